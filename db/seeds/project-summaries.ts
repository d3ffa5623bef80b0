/** What each project of the programme does, in our own words. A coordinator can rewrite them. */
export const projectSummaries: Record<number, string> = {
  1: 'Kinderen in groep 7 en 8 maken kennis met techniek en technologie. Leraren van basisscholen en vmbo-docenten maken samen lessen die op elkaar aansluiten, zodat een leerling in de brugklas verder gaat waar de basisschool stopt.',
  2: 'In de onderbouw van het vmbo krijgt elke leerling met techniek te maken, ook wie later iets anders kiest. Docenten leren werken met 3D-printers, lasersnijders en ontwerpopdrachten, en maken er lessen mee die zij de week erna geven.',
  3: 'Meer meisjes kiezen een technisch profiel als zij zich erin herkennen. Dit project kijkt naar opdrachten, voorbeelden en taal in de les, en brengt leerlingen in contact met vrouwen die in de techniek werken.',
  4: 'De techniekprofielen in de bovenbouw houden gelijke tred met het werk in de bedrijven. Docenten leren over warmtepompen, zonnepanelen, elektrische voertuigen, domotica en circulair bouwen, en brengen dat in hun profielmodules en keuzevakken.',
  5: 'Techniek hoort ook bij zorg, groen en economie. Docenten van de andere profielen proberen uit wat technologie in hun vak betekent, van sensoren in de kas tot beeldbellen in de zorg, en geven er les over.',
  6: 'Docenten en instructeurs houden hun vak en hun veiligheidsbewijzen bij. Zij volgen cursussen, lopen mee bij bedrijven en wisselen uit wat zij hebben gezien. Een groot deel van het aanbod in dit portaal hoort bij dit project.',
  7: 'Goede machines zijn duur en staan niet elk uur aan. Scholen en opleidingscentra in de regio delen praktijklokalen en apparatuur, en spreken af wie eraan mag werken en hoe dat veilig gaat.',
  8: 'Wie van het vmbo naar het mbo gaat, moet daar niet opnieuw beginnen. Docenten van beide scholen leggen hun eisen naast elkaar, kijken bij elkaars examens mee en maken afspraken over wat een leerling al kan.',
  9: 'Bedrijven en scholen in de regio maken het onderwijs samen praktijkgerichter. Bedrijven schrijven mee aan praktijkmodules, ontvangen docenten die een paar dagen meewerken en stellen vakmensen en materiaal beschikbaar.',
}
