/** Protective equipment that a module can ask for, by the code that is kept; the pictograms are ours. */
export const equipment = [
  'glasses',
  'hearing',
  'shoes',
  'gloves',
  'helmet',
  'mask',
  'welding_helmet',
  'apron',
  'insulating_gloves',
  'hair',
] as const
export type Equipment = (typeof equipment)[number]

/** As a board at the door of a workshop says it. */
export const equipmentNames: Record<Equipment, string> = {
  glasses: 'veiligheidsbril',
  hearing: 'gehoorbescherming',
  shoes: 'veiligheidsschoenen',
  gloves: 'handschoenen',
  helmet: 'helm',
  mask: 'stofmasker',
  welding_helmet: 'lashelm',
  apron: 'schort of werkjas',
  insulating_gloves: 'isolerende handschoenen',
  hair: 'lang haar vast, geen losse kleding',
}
