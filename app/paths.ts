/** Every address of the portal, for links. `app/routes.ts` is the same map for the server; a test holds them together. */
export const paths = {
  home: () => '/',
  programme: () => '/programma',
  project: (number: number) => `/programma/project-${number}`,
  contact: () => '/contact',
  accessibility: () => '/toegankelijkheid',
  privacy: () => '/privacy',
  checkCredential: () => '/controleren',
  certificateCheck: (code: string) => `/certificaten/${code}`,

  catalogue: () => '/aanbod',
  catalogueMonth: () => '/aanbod/maand',
  offering: (slug: string) => `/aanbod/${slug}`,
  /** Everything on offer as a calendar to subscribe to; takes the catalogue's own filter. */
  catalogueCalendar: () => '/aanbod/agenda.ics',
  editionCalendar: (slug: string, editionCode: string) => `/aanbod/${slug}/${editionCode}/agenda.ics`,
  /** A calendar that is fetched by itself; the token opens it. */
  calendarFeed: (token: string) => `/agenda/${token}.ics`,
  interest: (slug: string) => `/aanbod/${slug}/belangstelling`,
  interestAgain: (token: string) => `/belangstelling/${token}`,
  takeBackInterest: () => '/mijn/belangstelling',
  reportWish: () => '/behoefte',
  /** With what is missing filled in already. */
  reportWishAbout: (what: string) => `/behoefte?wat=${encodeURIComponent(what)}`,
  reportWishFor: (typeCode: string) => `/behoefte?bewijs=${encodeURIComponent(typeCode)}`,
  enrol: (slug: string, editionCode: string) => `/aanbod/${slug}/${editionCode}/inschrijven`,

  modules: () => '/praktijkmodules',
  module: (slug: string) => `/praktijkmodules/${slug}`,
  moduleForPupils: (slug: string) => `/praktijkmodules/${slug}/leerlingen`,
  /** One work step at a time, in large type; 0 is what comes before the first. */
  moduleBench: (slug: string, step: number) =>
    `/praktijkmodules/${slug}/werkbank${step > 0 ? `?stap=${step}` : ''}`,
  /** For teachers everything, for pupils without what is for their teacher. */
  moduleCopy: (slug: string, readers: 'docenten' | 'leerlingen') =>
    `/praktijkmodules/${slug}/kopie.html?voor=${readers}`,
  /** Short enough to type from a board; leads to the view for pupils. */
  moduleShort: (id: number) => `/pm/${id}`,
  modulePicture: (id: number, width: number) => `/praktijkmodules/beeld/${id}/${width}.webp`,
  moduleFile: (id: number) => `/praktijkmodules/bestand/${id}`,

  login: () => '/inloggen',
  loginLinkRequest: () => '/inloggen/link',
  loginLink: (token: string) => `/inloggen/${token}`,
  logout: () => '/uitloggen',
  forgotPassword: () => '/wachtwoord-vergeten',
  resetPassword: (token: string) => `/wachtwoord/${token}`,
  invitation: (token: string) => `/uitnodiging/${token}`,
  confirmAddress: (token: string) => `/adres-bevestigen/${token}`,
  account: () => '/mijn/account',
  changeSchool: () => '/mijn/account/school',
  askErasure: () => '/mijn/account/wissen',
  leaveMail: (sealed: string) => `/mail-afmelden/${sealed}`,
  demoLogin: () => '/demo/bekijk-als',

  confirmEnrolment: (token: string) => `/inschrijving-bevestigen/${token}`,
  approveEnrolment: (token: string) => `/goedkeuren/${token}`,
  acceptOffer: (token: string) => `/plek-aannemen/${token}`,
  signContributions: (token: string) => `/bijdragen/${token}`,
  answerSubstitution: (token: string) => `/vervangen/${token}`,

  checkIn: () => '/inchecken',
  checkInAt: (meetingId: number) => `/inchecken/${meetingId}`,
  /** Where a telephone sends a code, also one that had to wait. */
  keptCheckIn: (meetingId: number) => `/inchecken/${meetingId}/code`,
  personalCheckIn: (pass: string) => `/inchecken/ik/${pass}`,
  /** The mailed link of an evaluation. */
  evaluate: (token: string) => `/evaluatie/${token}`,

  mine: () => '/mijn',
  myEnrolment: (id: number) => `/mijn/inschrijvingen/${id}`,
  myEvaluation: (enrolmentId: number) => `/mijn/evaluaties/${enrolmentId}`,
  myEnrolmentCalendar: (id: number) => `/mijn/inschrijvingen/${id}/agenda.ics`,
  myCertificatePdf: (id: number) => `/mijn/certificaten/${id}.pdf`,
  /** A certificate as a badge: for a wallet, or for whoever wants to check it without us. */
  myBadge: (id: number, format: 'json' | 'jwt' | 'png') => `/mijn/certificaten/${id}/badge.${format}`,
  myHandout: (id: number) => `/mijn/hand-outs/${id}`,

  myDossier: () => '/mijn/dossier',
  /** Without a type one chooses it first; `renews` is the paper that this one comes after. */
  addPaper: (chosen?: { typeCode: string; renews?: number }) =>
    chosen
      ? `/mijn/dossier/nieuw?soort=${encodeURIComponent(chosen.typeCode)}${chosen.renews ? `&na=${chosen.renews}` : ''}`
      : '/mijn/dossier/nieuw',
  myPaper: (id: number) => `/mijn/dossier/${id}`,
  correctPaper: (id: number) => `/mijn/dossier/${id}/wijzigen`,
  removePaper: (id: number) => `/mijn/dossier/${id}/weghalen`,
  /** The whole dossier on paper. */
  myDossierPdf: () => '/mijn/dossier/dossier.pdf',
  /** Everything that is kept about oneself. */
  myData: () => '/mijn/gegevens.zip',
  myScan: (id: number) => `/mijn/dossier/${id}/bestand`,

  /** Of the school year that begins in `firstYear`; this one unless told. */
  myHours: (firstYear?: number) => (firstYear ? `/mijn/uren?jaar=${firstYear}` : '/mijn/uren'),
  addActivity: () => '/mijn/uren/nieuw',
  hourCardFile: (firstYear: number, format: 'pdf' | 'csv') =>
    `/mijn/uren/urenkaart.${format}?jaar=${firstYear}`,
  activityFile: (id: number) => `/mijn/uren/${id}/bestand`,
  /** What people did elsewhere and waits for their lead. */
  recogniseActivities: () => '/team/elders',

  /** For a coordinator of one school. */
  team: (schoolId?: number) => (schoolId ? `/team?school=${schoolId}` : '/team'),
  requirements: (schoolId?: number) => (schoolId ? `/team/eisen?school=${schoolId}` : '/team/eisen'),
  newRequirement: (schoolId?: number) =>
    schoolId ? `/team/eisen/nieuw?school=${schoolId}` : '/team/eisen/nieuw',
  requirement: (id: number) => `/team/eisen/${id}`,
  newGroup: (schoolId?: number) =>
    schoolId ? `/team/groepen/nieuw?school=${schoolId}` : '/team/groepen/nieuw',
  group: (id: number) => `/team/groepen/${id}`,
  /** The next paper to check; `after` is the one that was passed over, `how` how the last one was checked. */
  verifyPapers: (after?: number, how?: string) =>
    after ? `/team/controleren?na=${after}${how ? `&hoe=${how}` : ''}` : '/team/controleren',
  scanToVerify: (id: number) => `/team/controleren/${id}/bestand`,
  teamDossier: (personId: number) => `/team/mensen/${personId}`,
  /** The mailed link of an act in an employer's name. */
  attest: (token: string) => `/verklaren/${token}`,
  chooseForTeam: () => '/team/inschrijven',
  enrolTeam: (editionId: number) => `/team/inschrijven/${editionId}`,

  schools: () => '/school',
  school: (organisationId: number) => `/school/${organisationId}`,
  /** By whom the exam modules of a school are covered; and the same in words, on one sheet. */
  coverage: (organisationId: number) => `/school/${organisationId}/dekking`,
  coverageSheet: (organisationId: number) => `/school/${organisationId}/dekking/blad`,
  taughtModules: (organisationId: number) => `/school/${organisationId}/examenmodules`,

  teaching: () => '/lesgeven',
  teachingEdition: (id: number) => `/lesgeven/uitvoeringen/${id}`,
  roster: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/presentie`,
  /** Where a phone sends its marks. */
  rosterMarks: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/presentie/merken`,
  attendanceHistory: (meetingId: number, enrolmentId: number) =>
    `/lesgeven/bijeenkomsten/${meetingId}/wijzigingen?deelnemer=${enrolmentId}`,
  attendanceChanges: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/wijzigingen`,
  trainerOut: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/trainer-valt-uit`,
  callParticipants: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/bellen`,
  writeMessage: (editionId: number) => `/lesgeven/uitvoeringen/${editionId}/bericht`,
  sentMails: (editionId: number) => `/lesgeven/uitvoeringen/${editionId}/verstuurd`,
  sentMail: (editionId: number, mailId: number) => `/lesgeven/uitvoeringen/${editionId}/verstuurd/${mailId}`,
  signInSheet: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/tekenlijst.pdf`,
  meetingContributions: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/bijdragen`,
  contributionEvidence: (id: number) => `/lesgeven/bijdragen/${id}/bewijs`,
  trainerCheckIn: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/inchecken`,
  /** Who is in by now, for the trainer's page. */
  checkInStanding: (meetingId: number) => `/lesgeven/bijeenkomsten/${meetingId}/inchecken/stand`,
  testResults: (editionId: number) => `/lesgeven/uitvoeringen/${editionId}/toets`,
  taughtEvaluation: (editionId: number) => `/lesgeven/uitvoeringen/${editionId}/evaluatie`,
  closeEdition: (editionId: number) => `/lesgeven/uitvoeringen/${editionId}/afronden`,

  desk: () => '/beheer',
  /** Of all schools together; of one profile. */
  regionCoverage: (profile?: string) =>
    profile ? `/beheer/dekking?profiel=${encodeURIComponent(profile)}` : '/beheer/dekking',
  figures: () => '/beheer/cijfers',
  figureRows: (measure: string) => `/beheer/cijfers/${measure}`,
  figuresFile: (name: string, format: 'csv' | 'xlsx') => `/beheer/cijfers/export/${name}.${format}`,
  manageInterest: () => '/beheer/belangstelling',
  manageOfferingInterest: (offeringId: number) => `/beheer/belangstelling/aanbod/${offeringId}`,
  manageWish: (id: number) => `/beheer/belangstelling/behoefte/${id}`,
  manageOfferings: () => '/beheer/aanbod',
  newOffering: () => '/beheer/aanbod/nieuw',
  manageOffering: (id: number) => `/beheer/aanbod/${id}`,
  newEdition: (offeringId: number) => `/beheer/aanbod/${offeringId}/uitvoering`,
  evaluationQuestions: (offeringId: number) => `/beheer/aanbod/${offeringId}/evaluatie`,
  offeringEvaluations: (offeringId: number) => `/beheer/aanbod/${offeringId}/evaluaties`,
  evaluationExport: (offeringId: number, format: 'csv' | 'xlsx') =>
    `/beheer/aanbod/${offeringId}/evaluaties/lijst.${format}`,
  manageEditions: () => '/beheer/uitvoeringen',
  manageEdition: (id: number) => `/beheer/uitvoeringen/${id}`,
  editionEvaluation: (id: number) => `/beheer/uitvoeringen/${id}/evaluatie`,
  changeEdition: (id: number) => `/beheer/uitvoeringen/${id}/wijzigen`,
  changeCapacity: (id: number) => `/beheer/uitvoeringen/${id}/plekken`,
  copyEdition: (id: number) => `/beheer/uitvoeringen/${id}/kopie`,
  cancelEdition: (id: number) => `/beheer/uitvoeringen/${id}/afgelasten`,
  addMeeting: (editionId: number) => `/beheer/uitvoeringen/${editionId}/bijeenkomst`,
  changeMeeting: (id: number) => `/beheer/bijeenkomsten/${id}`,
  cancelMeeting: (id: number) => `/beheer/bijeenkomsten/${id}/afgelasten`,
  manageParticipants: (editionId: number) => `/beheer/uitvoeringen/${editionId}/deelnemers`,
  enrolSomebody: (editionId: number) => `/beheer/uitvoeringen/${editionId}/inschrijven`,
  manageEnrolment: (id: number) => `/beheer/inschrijvingen/${id}`,
  decideEnrolment: (id: number) => `/beheer/inschrijvingen/${id}/goedkeuren`,
  moveEnrolment: (id: number) => `/beheer/inschrijvingen/${id}/verplaatsen`,
  takeAwayPlace: (id: number) => `/beheer/inschrijvingen/${id}/uithalen`,
  managePeople: () => '/beheer/mensen',
  newPerson: () => '/beheer/mensen/nieuw',
  importPeople: () => '/beheer/mensen/importeren',
  importSample: () => '/beheer/mensen/importeren/voorbeeld.csv',
  checkedImport: (id: number) => `/beheer/mensen/importeren/${id}`,
  importPapers: () => '/beheer/mensen/bewijzen',
  papersSample: (format: 'csv' | 'xlsx') => `/beheer/mensen/bewijzen/voorbeeld/bewijzen.${format}`,
  checkedPapers: (id: number) => `/beheer/mensen/bewijzen/${id}`,
  history: () => '/beheer/historie',
  historySample: (format: 'csv' | 'xlsx') => `/beheer/historie/voorbeeld/eerdere-scholing.${format}`,
  historyImport: (id: number) => `/beheer/historie/${id}`,
  mergePeople: () => '/beheer/mensen/samenvoegen',
  managePerson: (id: number) => `/beheer/mensen/${id}`,
  correctPerson: (id: number) => `/beheer/mensen/${id}/gegevens`,
  giveAddress: (id: number) => `/beheer/mensen/${id}/adres`,
  erasePerson: (id: number) => `/beheer/mensen/${id}/wissen`,
  setRegionRoles: (id: number) => `/beheer/mensen/${id}/rollen`,
  addMembership: (id: number) => `/beheer/mensen/${id}/werk`,
  changeMembership: (id: number, membershipId: number) => `/beheer/mensen/${id}/werk/${membershipId}`,
  endMembership: (id: number, membershipId: number) => `/beheer/mensen/${id}/werk/${membershipId}/stoppen`,
  enterQualification: (id: number) => `/beheer/mensen/${id}/bewijs`,
  withdrawQualification: (id: number, qualificationId: number) =>
    `/beheer/mensen/${id}/bewijs/${qualificationId}`,
  hourEntitlements: () => '/beheer/urenrecht',
  radar: () => '/beheer/verloop',
  radarOf: (typeCode: string, until: string) => `/beheer/verloop/${typeCode}?voor=${until}`,
  manageTypes: () => '/beheer/bewijssoorten',
  newType: () => '/beheer/bewijssoorten/nieuw',
  manageType: (code: string) => `/beheer/bewijssoorten/${code}`,
  changeTerm: (code: string) => `/beheer/bewijssoorten/${code}/termijn`,
  manageOrganisations: () => '/beheer/organisaties',
  newOrganisation: () => '/beheer/organisaties/nieuw',
  linkSuggestion: (id: number) => `/beheer/organisaties/suggesties/${id}`,
  manageOrganisation: (id: number) => `/beheer/organisaties/${id}`,
  changeOrganisation: (id: number) => `/beheer/organisaties/${id}/wijzigen`,
  addSite: (id: number) => `/beheer/organisaties/${id}/locatie`,
  manageSite: (id: number, siteId: number) => `/beheer/organisaties/${id}/locaties/${siteId}`,
  renameRoom: (id: number, roomId: number) => `/beheer/organisaties/${id}/lokalen/${roomId}`,
  roomCalendar: (id: number, roomId: number) => `/beheer/organisaties/${id}/lokalen/${roomId}/agenda`,
  addTeam: (id: number) => `/beheer/organisaties/${id}/team`,
  manageTeam: (id: number, teamId: number) => `/beheer/organisaties/${id}/teams/${teamId}`,
  manageCertificates: () => '/beheer/certificaten',
  manageCertificate: (id: number) => `/beheer/certificaten/${id}`,
  manageContributions: () => '/beheer/bijdragen',
  manageContribution: (id: number) => `/beheer/bijdragen/${id}`,
  contributionRates: () => '/beheer/bijdragen/tarieven',
  contributionSigners: () => '/beheer/bijdragen/organisaties',
  contributionSigner: (organisationId: number) => `/beheer/bijdragen/organisaties/${organisationId}`,
  manageHolidays: () => '/beheer/vakanties',
  manageProgramme: () => '/beheer/programma',
  contactMessages: () => '/beheer/berichten',
  refusedMails: () => '/beheer/geweigerde-mails',
  mailbox: () => '/beheer/postvak',
  mailboxMail: (id: number) => `/beheer/postvak/${id}`,
  retention: () => '/beheer/bewaartermijnen',
  journal: () => '/beheer/journaal',
  exports: () => '/beheer/export',
  exportList: (list: string, format: 'csv' | 'xlsx') => `/beheer/export/${list}.${format}`,
} as const
