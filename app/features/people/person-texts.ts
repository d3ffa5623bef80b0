/** Every sentence about people and their accounts. */
export const personTexts = {
  loginDoesNotFit:
    'Dit e-mailadres en wachtwoord passen niet bij elkaar. Probeer het nog eens, of laat ons je een inloglink mailen.',
  tooManyLogins:
    'Dit is te vaak achter elkaar geprobeerd. Wacht een kwartier, of laat ons je een inloglink mailen.',
}
