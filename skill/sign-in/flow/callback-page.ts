const texts = {
  done: ['You can close this page', 'The command in your terminal has the answer and continues on its own.'],
  refused: ['You can close this page', 'The sign-in did not go through; the terminal says why.'],
  other: ['Another sign-in', 'This answer belongs to no sign-in that is under way here.'],
  nothing: ['Nothing here', 'This address only takes the answer of a sign-in.'],
} as const;

/** What the browser shows after a sign-in: fixed words, so that nothing from the address gets into it. */
export function callbackPage(outcome: keyof typeof texts): string {
  const [title, sentence] = texts[outcome];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style>
<h1>${title}</h1>
<p>${sentence}</p>
</html>
`;
}
