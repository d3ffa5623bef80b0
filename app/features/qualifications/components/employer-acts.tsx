import { type SubmissionResult, useForm } from '@conform-to/react'
import { Unfold } from '#app/ui/act-list.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { formatDayYear, formatTypedDay } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { monthsWords, paperName, untilWords } from '../dossier-texts.ts'
import type { EmployerAct } from '../employer-queries.server.ts'
import type { HeldLine } from '../holding.ts'
import type { Employer } from '../team-of-queries.server.ts'

export type ToConfirm = HeldLine & { everyMonths: number; seenAt: Date }
export type ToDesignate = {
  typeCode: string
  title: string
  note: string
  /** The last day of the training: longer than that a designation says nothing. */
  until: string | null
  /** Somebody did it already, and it holds. */
  done: boolean
}
type LastResult = SubmissionResult<string[]> | undefined

type Props = {
  toConfirm: ToConfirm[]
  toDesignate: ToDesignate[]
  acts: EmployerAct[]
  employers: Employer[]
  lastResult: LastResult
}

/** What somebody may do in the name of an employer about a colleague, and what was done. */
export function EmployerActs({ toConfirm, toDesignate, acts, employers, lastResult }: Props) {
  if (toConfirm.length + toDesignate.length + acts.length === 0) return null
  return (
    <Section title="Namens de werkgever" ruled>
      {toConfirm.map((held) => (
        <ConfirmForm key={held.id} held={held} employers={employers} lastResult={lastResult} />
      ))}
      {toDesignate.map((type) => (
        <DesignateForm key={type.typeCode} type={type} employers={employers} lastResult={lastResult} />
      ))}
      {acts.length > 0 && <DoneActs acts={acts} lastResult={lastResult} />}
    </Section>
  )
}

/** What was refused belongs to the form that it was sent with. */
const resultFor = (lastResult: LastResult, name: string, value: string | number) =>
  lastResult?.initialValue?.[name] === String(value) ? lastResult : undefined

type FormProps = {
  employers: Employer[]
  lastResult: LastResult
  /** Of its heading: 2 where it stands right below the title of the page. */
  level?: 2 | 3
}

export function ConfirmForm({ held, employers, lastResult, level = 3 }: FormProps & { held: ToConfirm }) {
  const [form, fields] = useForm<{ confirmedOn: string; organisationId: string }>({
    id: `bevestig-${held.id}`,
    lastResult: resultFor(lastResult, 'qualificationId', held.id),
  })
  return (
    <Section title={`Bevestig: ${paperName(held)}`} level={level}>
      <p>
        Je bevestigt dat je collega de afgelopen {monthsWords(held.everyMonths)} het werk heeft gedaan
        waarvoor dit bewijs geldt. Nu: {untilWords(held.stand)}.
      </p>
      <Form form={form} bare>
        <input type="hidden" name="act" value="confirm" />
        <input type="hidden" name="qualificationId" value={held.id} />
        <input type="hidden" name="seenAt" value={held.seenAt.toISOString()} />
        <Employers field={fields.organisationId} employers={employers} />
        <DateField
          field={fields.confirmedOn}
          label="Getekend op"
          hint="Leeg: vandaag. Is er op papier eerder getekend, vul dan die dag in."
        />
        <Acts>
          <Button kind="secondary" aria-label={`Bevestig ${paperName(held)}`}>
            Bevestig
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}

export function DesignateForm({ type, employers, lastResult, level = 3 }: FormProps & { type: ToDesignate }) {
  const mine = resultFor(lastResult, 'typeCode', type.typeCode)
  const [form, fields] = useForm<{
    tasks: string
    startsOn: string
    endsOn: string
    organisationId: string
  }>({
    id: `aanwijzen-${type.typeCode}`,
    lastResult: mine,
    defaultValue: { endsOn: type.until ? formatTypedDay(type.until) : '' },
  })
  const body = (
    <Form form={form} bare>
      <input type="hidden" name="act" value="designate" />
      <input type="hidden" name="typeCode" value={type.typeCode} />
      <Employers field={fields.organisationId} employers={employers} />
      <TextArea
        field={fields.tasks}
        label="Werkzaamheden"
        hint="Bijvoorbeeld: spanningsloos werken en meten aan laagspanning in het praktijklokaal."
        rows={2}
        required
      />
      <FieldRow>
        <DateField field={fields.startsOn} label="Van" hint="Leeg: vandaag." />
        <DateField
          field={fields.endsOn}
          label="Tot en met"
          hint={type.until ? `De training geldt tot en met ${formatDayYear(type.until)}.` : undefined}
          required
        />
      </FieldRow>
      <Acts>
        <Button kind="secondary" aria-label={`Wijs aan voor ${type.title}`}>
          Wijs aan
        </Button>
      </Acts>
    </Form>
  )
  return (
    <Section title={`Wijs aan: ${type.title}`} level={level}>
      <p>{type.note}</p>
      {type.done ? (
        <Unfold label="Wijs opnieuw aan" open={mine !== undefined}>
          {body}
        </Unfold>
      ) : (
        body
      )}
    </Section>
  )
}

function Employers({
  field,
  employers,
}: {
  field: Parameters<typeof SelectField>[0]['field']
  employers: Employer[]
}) {
  if (employers.length < 2) return null
  return (
    <SelectField
      field={field}
      label="Werkgever"
      empty="Kies een werkgever"
      choices={employers.map(({ id, name }) => ({ value: id, label: name }))}
      required
    />
  )
}

function DoneActs({ acts, lastResult }: { acts: EmployerAct[]; lastResult: LastResult }) {
  return (
    <Table
      caption="Wat er is getekend"
      captionHidden={false}
      rows={acts}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        {
          key: 'what',
          label: 'Wat',
          heading: true,
          cell: ({ kind, title, tasks }) =>
            kind === 'confirmation' ? `${title}: bevestigd` : `${title}: aangewezen voor ${tasks}`,
        },
        {
          key: 'when',
          label: 'Wanneer',
          cell: ({ day, until }) =>
            until ? `${formatDayYear(day)} tot en met ${formatDayYear(until)}` : formatDayYear(day),
        },
        { key: 'by', label: 'Door', cell: ({ by, organisation }) => `${by}, ${organisation}` },
        {
          key: 'state',
          label: 'Intrekken',
          cell: (act) =>
            act.withdrawnAt ? (
              <StateBadge tone="stop">{`ingetrokken: ${act.withdrawnReason}`}</StateBadge>
            ) : (
              <WithdrawForm act={act} lastResult={lastResult} />
            ),
        },
      ]}
    />
  )
}

function WithdrawForm({ act, lastResult }: { act: EmployerAct; lastResult: LastResult }) {
  const idName = act.kind === 'confirmation' ? 'confirmationId' : 'designationId'
  const mine = resultFor(lastResult, idName, act.id)
  const [form, fields] = useForm<{ reason: string }>({
    id: `intrekken-${act.kind}-${act.id}`,
    lastResult: mine,
  })
  return (
    <Unfold label="Trek in" open={mine !== undefined}>
      <Form form={form} bare>
        <input type="hidden" name="act" value={`withdraw-${act.kind}`} />
        <input type="hidden" name={idName} value={act.id} />
        <TextField field={fields.reason} label="Waarom?" required />
        <Button kind="danger" small>
          Trek in
        </Button>
      </Form>
    </Unfold>
  )
}
