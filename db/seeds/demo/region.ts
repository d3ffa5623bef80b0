import programme from '../data/programme.json' with { type: 'json' }

/** The region of the demo: its name is real, who signs for it is not. */
export const region = {
  code: programme.region.code,
  name: programme.region.name,
  shortName: 'STO Deventer-Twello',
  area: programme.region.area,
  demo: true,
  signatoryName: 'Marga Voorbeeld-Oosterhof',
  signatoryRole: 'programmaleider',
  contactEmail: 'sto@demo.test',
}
