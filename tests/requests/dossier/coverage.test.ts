import { describe, expect } from 'vitest'
import { anOrganisation, aPaper, aTeacher, aTeamWithLead, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

describe('the coverage of a school', () => {
  test('is told to its director in numbers, to a lead with the names of the own team', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const { lead, teacher, team } = await aTeamWithLead(db)
    const organisationId = team.organisationId
    await db.insertInto('schoolModule').values({ organisationId, moduleCode: 'K/PIE/02' }).execute()
    await aPaper(db, {
      personId: teacher.personId,
      typeCode: 'BEVOEGDHEID',
      scope: 'PIE, tweede graad',
      validUntil: null,
    })
    const director = await aTeacher(db, { organisationId, role: 'director' })
    const at = `/school/${organisationId}/dekking`
    const asLead = await (await (await portal.as(lead.personId)).get(at)).text()
    expect(asLead).toContain(teacher.name)
    const browser = await portal.as(director.personId)
    for (const page of [at, `${at}/blad`]) {
      const shown = await browser.get(page)
      expect(shown.status).toBe(200)
      const html = await shown.text()
      expect(html).toContain('K/PIE/02')
      expect(html).not.toContain(teacher.name)
      expect(html).not.toContain(`/school/${organisationId}/examenmodules`)
    }
    expect((await browser.get(`/school/${organisationId}/examenmodules`)).status).toBe(403)
    const other = await anOrganisation(db)
    expect((await browser.get(`/school/${other.id}/dekking`)).status).toBe(403)
    expect((await (await portal.as(teacher.personId)).get(at)).status).toBe(403)
  })
})
