import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AgendaItem } from '#app/ui/agenda-list.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-fields.tsx'
import { DateField, TimeField } from '#app/ui/date-field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { errorText } from '#app/ui/shell/error-texts.ts'
import { Header } from '#app/ui/shell/header.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const field = { id: 'f-email', name: 'email', errorId: 'f-email-error', descriptionId: 'f-email-description' }

describe('a field', () => {
  test('is tied to its label, its hint and its error', () => {
    const html = renderToStaticMarkup(
      <TextField
        field={{ ...field, required: true, errors: ['Vul je e-mailadres in.'] }}
        label="E-mail"
        hint="Van school"
      />,
    )
    expect(html).toContain('for="f-email"')
    expect(html).toContain('aria-describedby="f-email-description f-email-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('required=""')
    expect(html).toMatch(/id="f-email-error"[^>]*>.*Vul je e-mailadres in\./)
  })

  test('without hint or error points at nothing', () => {
    const html = renderToStaticMarkup(<TextField field={field} label="E-mail" />)
    expect(html).not.toContain('aria-')
  })

  test('never shows a password again', () => {
    const html = renderToStaticMarkup(
      <TextField field={{ ...field, defaultValue: 'geheim' }} label="Wachtwoord" type="password" />,
    )
    expect(html).not.toContain('geheim')
  })

  test('shows a stored day and number as people type them, and leaves alone what they typed', () => {
    const day = (value: string) =>
      renderToStaticMarkup(<DateField field={{ ...field, defaultValue: value }} label="Dag" />)
    expect(day('2026-12-03')).toContain('value="3-12-2026"')
    expect(day('morgen')).toContain('value="morgen"')
    const typed = (value: string) =>
      renderToStaticMarkup(<NumberField field={{ ...field, defaultValue: value }} label="Euro" />)
    expect(typed('1.000')).toContain('value="1.000"')
    expect(
      renderToStaticMarkup(<TimeField field={{ ...field, defaultValue: '13:00:00' }} label="Vanaf" />),
    ).toContain('value="13.00"')
    expect(
      renderToStaticMarkup(<NumberField field={{ ...field, defaultValue: '12.5' }} label="Euro" />),
    ).toContain('value="12,5"')
  })

  test('of choices marks what was chosen, and is where its error links to', () => {
    const choices = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]
    const radio = renderToStaticMarkup(
      <RadioGroup field={{ ...field, defaultValue: 'b' }} label="Kies" choices={choices} />,
    )
    expect(radio).toMatch(/<fieldset id="f-email"/)
    expect(radio).toMatch(/value="b"[^>]*checked|checked[^>]*value="b"/)
    const boxes = renderToStaticMarkup(
      <CheckboxGroup field={{ ...field, defaultOptions: ['a', 'b'] }} label="Kies" choices={choices} />,
    )
    expect(boxes.match(/checked=""/g)).toHaveLength(2)
  })
})

describe('the summary of errors', () => {
  test('links each sentence to its field, and says what belongs to none', () => {
    const html = renderToStaticMarkup(
      <FormErrors
        form={{ id: 'f', allErrors: { '': ['De uitvoering is vol.'], email: ['Vul je e-mailadres in.'] } }}
      />,
    )
    expect(html).toContain('<a href="#f-email">Vul je e-mailadres in.</a>')
    expect(html).toContain('<li>De uitvoering is vol.</li>')
    expect(html).toContain('role="alert"')
  })

  test('is not there when nothing is wrong', () => {
    expect(renderToStaticMarkup(<FormErrors form={{ id: 'f', allErrors: {} }} />)).toBe('')
  })
})

test('a table repeats its labels for a phone, and names its rows', () => {
  const html = renderToStaticMarkup(
    <Table
      caption="Bewijzen"
      columns={[
        { key: 'name', label: 'Bewijs', heading: true, cell: (row: { name: string }) => row.name },
        { key: 'until', label: 'Geldig tot', cell: () => '2034' },
      ]}
      rows={[{ name: 'BHV' }]}
      rowKey={(row) => row.name}
    />,
  )
  expect(html).toContain('<th scope="row">BHV</th>')
  expect(html).toContain('data-label="Geldig tot"')
})

test('a day in the agenda is spoken in full', () => {
  expect(renderToStaticMarkup(<AgendaItem day="2026-11-26" title="Lassen" />)).toContain(
    'donderdag 26 november 2026',
  )
})

describe('the header', () => {
  const region = { name: 'De hele naam', shortName: 'STO Deventer-Twello', demo: false }

  test('lets a visitor log in', () => {
    const html = renderToStaticMarkup(<Header region={region} actor={null} path="/aanbod" />)
    expect(html).toContain('href="/inloggen"')
    expect(html).toContain('<a href="/aanbod" aria-current="page">')
  })

  test('lets who is there log out, by a post', () => {
    const actor = {
      name: 'A. Voorbeeld',
      isCoordinator: false,
      isAdministrator: false,
      leadsTeams: false,
      directs: false,
      trains: false,
    }
    const html = renderToStaticMarkup(<Header region={region} actor={actor} path="/mijn" />)
    expect(html).toContain('<form method="post" action="/uitloggen">')
    expect(html).not.toContain('href="/inloggen"')
  })
})

test.each([
  [404, false, 'catalogue'],
  [403, false, 'login'],
  [403, true, 'home'],
  [418, false, 'home'],
  [503, true, 'home'],
])('an error %i (logged in: %s) says to go to %s', (status, loggedIn, act) => {
  expect(errorText(status, loggedIn).act).toBe(act)
})

describe('a bar chart', () => {
  const html = renderToStaticMarkup(
    <BarChart
      caption="Uren"
      labelName="Profiel"
      valueName="Uren"
      bars={[
        { label: 'PIE', value: 8, text: '8 uur', href: '/uren?profiel=PIE' },
        { label: 'BWI', value: 2 },
        { label: 'MT', value: 0 },
      ]}
    />,
  )

  test('is a table of its numbers, each of which may open to its rows', () => {
    expect(html).toContain('<th scope="row">PIE</th>')
    expect(html).toContain('<a href="/uren?profiel=PIE">8 uur</a>')
    expect(html).toMatch(/<span[^>]*>2<\/span>/)
  })

  test('draws the longest bar in full, and of nothing no bar', () => {
    expect(html.match(/<rect class="bar" width="[^"]*"|<rect[^>]*fill="url[^>]*>/g)?.length).toBe(2)
    expect(html).toContain('width="100.00%"')
    expect(html).toContain('width="25.00%"')
    expect(html).not.toContain('style=')
  })
})
