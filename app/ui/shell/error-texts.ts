type ErrorText = { title: string; explanation: string; act: 'home' | 'catalogue' | 'login' }

const texts: Record<number, ErrorText> = {
  400: {
    title: 'Dit kwam niet goed over',
    explanation:
      'Wat je stuurde, konden we niet lezen. Ga terug, laad de bladzijde opnieuw en probeer het nog eens.',
    act: 'home',
  },
  403: {
    title: 'Hier mag je niet bij',
    explanation:
      'Deze bladzijde is voor mensen met een andere rol. Hoort hij toch bij jouw werk? Vraag het aan de coördinator van je regio.',
    act: 'home',
  },
  404: {
    title: 'Deze bladzijde is er niet',
    explanation:
      'Misschien is het adres niet goed overgenomen, of is de cursus niet meer te zien. In het aanbod vind je alles wat nu loopt.',
    act: 'catalogue',
  },
  405: {
    title: 'Dit kan hier niet',
    explanation: 'Deze bladzijde kun je alleen bekijken. Ga terug en probeer het vanaf de vorige bladzijde.',
    act: 'home',
  },
  410: {
    title: 'Deze link werkt niet meer',
    explanation: 'De link is al gebruikt of te oud. Vraag een nieuwe aan op de plek waar je hem kreeg.',
    act: 'home',
  },
  413: {
    title: 'Dit is te groot',
    explanation: 'Wat je stuurde is groter dan we aannemen. Maak het kleiner en probeer het nog eens.',
    act: 'home',
  },
  422: {
    title: 'Dit kunnen we zo niet bewaren',
    explanation:
      'Er klopt iets niet in wat je stuurde. Ga terug; wat je typte staat er nog. Verbeter het en stuur het opnieuw.',
    act: 'home',
  },
  429: {
    title: 'Even wachten',
    explanation:
      'Je hebt dit te vaak achter elkaar geprobeerd. Wacht een paar minuten en probeer het dan nog eens.',
    act: 'home',
  },
  500: {
    title: 'Hier ging bij ons iets mis',
    explanation:
      'Dat ligt niet aan jou. Probeer het over een paar minuten nog eens; wat al bewaard was, is niet weg.',
    act: 'home',
  },
}

const notLoggedIn: ErrorText = {
  title: 'Log eerst in',
  explanation:
    'Deze bladzijde is voor wie is ingelogd. Misschien ben je te lang weg geweest: log opnieuw in en ga verder.',
  act: 'login',
}

/** What happened and what to do now; an unknown refusal is told as a bad request, the rest as a bug of ours. */
export function errorText(status: number, loggedIn: boolean): ErrorText {
  if (status === 403 && !loggedIn) return notLoggedIn
  return texts[status] ?? (status >= 400 && status < 500 ? texts[400]! : texts[500]!)
}
