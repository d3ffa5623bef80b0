import { expect } from 'vitest'
import {
  aCoordinator,
  aMembership,
  anAdministrator,
  anEdition,
  anEnrolment,
  aPerson,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

test('what no page of the desk offers is answered with a sentence, and changes nothing', async ({
  db,
  portal,
}) => {
  await theTestRegion(db)
  const person = await aPerson(db)
  const merged = await aPerson(db)
  await db.updateTable('person').set({ mergedIntoId: person.id }).where('id', '=', merged.id).execute()
  const { organisationId } = await aTeam(db)
  const membership = await aMembership(db, { personId: person.id })
  const edition = await anEdition(db)
  const enrolment = await anEnrolment(db, { editionId: edition.id })
  const meeting = await db.selectFrom('meeting').select('id').executeTakeFirstOrThrow()
  const nobody = '999999999999999'
  const people = '/beheer/mensen'
  const editions = '/beheer/uitvoeringen'
  const organisations = '/beheer/organisaties'
  const work = { role: 'teacher', startsOn: '1-8-2026' }
  const day = { day: '1-8-2027', startsAt: '9', endsAt: '12', breakMinutes: '0' }
  const posts: [path: string, fields: Record<string, string>][] = [
    [`${people}/${person.id}/werk`, { ...work, place: nobody }],
    [`${people}/${person.id}/werk`, { ...work, place: `${organisationId}-${nobody}` }],
    [`${people}/${nobody}/werk`, { ...work, place: String(organisationId) }],
    [`${people}/${merged.id}/werk`, { ...work, place: String(organisationId) }],
    [`${people}/${merged.id}/gegevens`, { givenName: 'A', familyName: 'B' }],
    [`${people}/${merged.id}`, { act: 'reopen' }],
    [`${people}/nieuw`, { givenName: 'A', familyName: 'B', role: 'teacher', place: nobody }],
    [`${people}/nieuw`, { givenName: 'A', familyName: 'B', role: 'koning' }],
    [`${people}/${person.id}`, { act: 'primary', addressId: nobody }],
    [`${people}/${person.id}`, { act: 'wat' }],
    [`${people}/${nobody}`, { act: 'close' }],
    [`${people}/${nobody}`, { act: 'invite' }],
    [`${people}/${nobody}/adres`, { address: 'a@b.example' }],
    [`${people}/${nobody}/rollen`, { roles: 'coordinator' }],
    [`${people}/${person.id}/rollen`, { roles: 'koning' }],
    [`${people}/${person.id}/werk/${membership.id}`, { role: 'teacher', teamId: nobody }],
    [`${people}/${person.id}/werk/${membership.id}`, { role: 'teacher', partTimeFactor: '9' }],
    [`${people}/${person.id}/werk/${membership.id}/stoppen`, { endsOn: '1-1-1990' }],
    [`${people}/${person.id}/bewijs`, { typeCode: 'XX', issuedOn: '1-1-2026' }],
    [`${people}/${merged.id}/bewijs`, { typeCode: 'BHV', issuedOn: '1-1-2026' }],
    [`${people}/samenvoegen`, { keptId: nobody, mergedId: String(person.id) }],
    [`${people}/samenvoegen`, { keptId: String(person.id), mergedId: String(person.id) }],
    [`${editions}/${edition.id}/inschrijven`, { personId: nobody }],
    [`${editions}/${edition.id}/inschrijven`, { personId: String(merged.id) }],
    [`${editions}/${edition.id}/inschrijven`, { personId: String(person.id), membershipId: nobody }],
    [`${editions}/${nobody}/plekken`, { capacity: '4' }],
    [`${editions}/${nobody}/afgelasten`, { reason: 'x' }],
    [`/beheer/inschrijvingen/${enrolment.id}/verplaatsen`, { editionId: nobody, reason: 'x' }],
    [`/beheer/inschrijvingen/${enrolment.id}/goedkeuren`, { answer: 'approve' }],
    [`/beheer/bijeenkomsten/${nobody}`, { ...day, placeNote: 'x' }],
    [`/beheer/bijeenkomsten/${meeting.id}`, { ...day, roomId: nobody }],
    [`${organisations}/${organisationId}/team`, { name: 'X', siteId: nobody }],
    [`${organisations}/${nobody}/team`, { name: 'X' }],
    [`${organisations}/${nobody}/locatie`, { name: 'X', town: 'Y', holidayRegion: 'noord' }],
    [`${organisations}/${organisationId}/wijzigen`, { name: 'X'.repeat(500), town: 'Y', kinds: 'company' }],
    [`${organisations}/nieuw`, { name: 'X', town: 'Y', kinds: 'koninkrijk' }],
  ]
  const coordinator = await portal.as((await aCoordinator(db)).personId)
  const administrator = await portal.as((await anAdministrator(db)).personId)
  for (const [path, fields] of posts) {
    for (const visitor of [coordinator, administrator]) {
      const { status } = await visitor.post(path, fields)
      expect([403, 404, 422], `${path} ${JSON.stringify(fields)}`).toContain(status)
    }
  }
  for (const query of ['?zoek=%25%5C_&rol=x&organisatie=-1&pagina=99999', `?zoek=${'a+'.repeat(60)}`]) {
    expect((await coordinator.get(people + query)).status).toBe(200)
  }
  expect(await db.selectFrom('journal').select('action').execute()).toEqual([])
})
