/**
 * What the portal keeps about people, why and how long, as the privacy statement tells it. Only terms that are carried
 * out by themselves are given as a number; the rest says who decides.
 */
export const keptData: readonly { what: string; why: string; term: string }[] = [
  {
    what: 'Je naam, e-mailadressen, telefoonnummer en wachtwoord',
    why: 'Daarmee log je in en bereiken we je. Je wachtwoord bewaren we zo dat ook wij het niet kunnen lezen.',
    term: 'We bewaren dit zolang je een account hebt. Vraag je bij Mijn account om gewist te worden, dan wissen we je naam, je adressen en je dossier overal.',
  },
  {
    what: 'Je school, team en functie, met begin- en einddatum',
    why: 'Daardoor vraagt het portaal de juiste teamleider om goedkeuring, en kloppen de uren per school.',
    term: 'We bewaren dit zolang je account bestaat.',
  },
  {
    what: 'Je inschrijvingen, en wat je erbij schreef',
    why: 'Zo weten we wie er komt, wie er wacht en voor hoeveel mensen er eten moet zijn.',
    term: 'Wat je eet en het telefoonnummer voor die dag wissen we 30 dagen na de laatste bijeenkomst. Bevestig je een inschrijving zonder account niet, dan vervalt die na 24 uur, en na 30 dagen wissen we wat je invulde. De andere bewaren we, omdat het programma moet laten zien wie er is geschoold.',
  },
  {
    what: 'Waar je belangstelling voor hebt en wat je mist in het aanbod, met wanneer je kunt',
    why: 'Zo plannen we een datum waarop de meesten kunnen, en krijg jij als eerste een plek.',
    term: 'Je trekt het zelf in bij Mijn overzicht. Twee jaar na je laatste wijziging of ons antwoord wissen we het.',
  },
  {
    what: 'Je presentie en toetsuitslagen, met elke wijziging daarvan',
    why: 'Daaruit volgt of je iets hebt afgerond. Omdat er een bewijs op rust, moet na te gaan zijn wie wat heeft ingevuld.',
    term: 'We bewaren dit zolang het bewijs dat erop rust, nagekeken kan worden.',
  },
  {
    what: 'Met welke browser je incheckte bij een bijeenkomst, als vingerafdruk',
    why: 'Zo ziet de trainer het als één telefoon voor twee mensen incheckt.',
    term: 'Die vingerafdruk wissen we 30 dagen na de bijeenkomst. Dat je incheckte, hoe en wanneer, staat bij je presentie.',
  },
  {
    what: 'Scholing van vóór het portaal, uit een lijst van je school of de coördinator',
    why: 'Zo tellen ook die uren mee. Er staat bij dat het is overgenomen.',
    term: 'We bewaren dit zonder einddatum. Neemt de coördinator de lijst terug, dan wissen we wat erdoor kwam.',
  },
  {
    what: 'Je bewijzen en certificaten, ook als badge met een versleuteld e-mailadres en zonder naam',
    why: 'Jij kunt ermee laten zien wat je hebt gedaan, en een ander kan nagaan of het klopt.',
    term: 'We bewaren dit zonder einddatum, zodat nakijken altijd kan.',
  },
  {
    what: 'Wat je in je dossier zet: bewijzen van anderen, met een scan als je die toevoegt, en wie het controleerde',
    why: 'Zo weet je wat verloopt, en weten je teamleider en de coördinator wat geldig is. De scan ziet alleen wie hem controleert, en alleen zolang dat duurt.',
    term: 'We bewaren dit zolang je account bestaat. Haal je een bewijs weg, dan wissen we de scan meteen; dat het er stond, met je reden, blijft.',
  },
  {
    what: 'Wat je elders aan scholing deed, en of iets je eigen keuze was',
    why: 'Voor je urenkaart. Wat je eigen keuze was, ziet je teamleider alleen als jij dat wilt.',
    term: 'We bewaren dit zolang je account bestaat. Haal je iets weg, dan wissen we het bewijs erbij meteen.',
  },
  {
    what: 'Welke praktijkmodules je namens een bedrijf schreef',
    why: 'Zo weet je bedrijf wie er het laatst aan schreef. Op de pagina van de module staat alleen het bedrijf.',
    term: 'We bewaren dit zolang de module er is. Word je gewist, dan verdwijnt je naam ook uit de tekst.',
  },
  {
    what: 'In welke groep van je school je zit, en wat je volgens je teamleider kunt',
    why: 'Zo ziet je school of er samen genoeg in huis is, zoals twee mensen met BHV in de lashal.',
    term: 'We wissen het als je teamleider het weghaalt.',
  },
  {
    what: 'Wie in je dossier keek, en waarnaar',
    why: 'Zodat je dat zelf kunt zien.',
    term: 'We wissen het na twee jaar.',
  },
  {
    what: 'Wat je antwoordt in een evaluatie',
    why: 'Zo weten trainers en coördinatoren wat werkt en wat beter kan. We bewaren je antwoorden zonder je naam en niet per persoon: van elk cijfer hoe vaak het is gekozen, en los daarvan wat mensen schreven. Dat je hebt geantwoord, bewaren we zolang je nog kunt antwoorden, en langer als je bewijs ervan afhangt.',
    term: 'Wat mensen schreven, wissen we na twee jaar. De cijfers bewaren we zonder einddatum; ze zijn van niemand meer.',
  },
  {
    what: 'Waar je bent ingelogd: de soort browser en wanneer',
    why: 'Zo zie je zelf of iemand anders bij je account kan.',
    term: 'Dit verdwijnt als je uitlogt, of na 30 dagen zonder bezoek.',
  },
  {
    what: 'Dat je een agenda-abonnement hebt, en wanneer je agenda het voor het laatst ophaalde',
    why: 'Zo blijft je eigen agenda bij, en zie je of dat lukt. Het adres zelf bewaren we niet.',
    term: 'We bewaren dit tot je het abonnement stopt, en wissen het 90 dagen daarna.',
  },
  {
    what: 'Welke mail je wilt krijgen, en of je die meteen of één keer per dag wilt',
    why: 'Zo houden we ons aan je keuze.',
    term: 'We bewaren dit zolang je account bestaat. Je verandert het bij Mijn account.',
  },
  {
    what: 'De mails die we je stuurden',
    why: 'Zo sturen we niets dubbel en zien we of een mail is aangekomen.',
    term: 'De tekst wissen we na 90 dagen. Dat we mailden en waarover, bewaren we zolang je account bestaat.',
  },
  {
    what: 'Je naam en functie, als je voor een bedrijf tekent voor wat het inbracht',
    why: 'Het programma moet jaren later nog kunnen laten zien dat ervoor is getekend.',
    term: 'Je naam en functie wissen we tien jaar nadat je tekende. Dat er is getekend, wanneer en voor welke tekst, bewaren we.',
  },
  {
    what: 'Wie iets heeft gewijzigd, en wanneer',
    why: 'Zo is na te gaan wie wat heeft besloten, bijvoorbeeld over een inschrijving of een certificaat.',
    term: 'We bewaren dit zonder einddatum. Er staat alleen tekst bij als iemand een reden moest geven.',
  },
  {
    what: 'Wat je via het contactformulier schrijft',
    why: 'Om je te antwoorden.',
    term: 'We wissen het als je daarom vraagt.',
  },
  {
    what: 'Hoe vaak er vanaf een netwerk is geprobeerd in te loggen',
    why: 'Tegen raden van wachtwoorden en codes. We bewaren het netwerkadres zelf niet, alleen een vingerafdruk ervan.',
    term: 'Zo’n telling wissen we binnen twee dagen.',
  },
]
