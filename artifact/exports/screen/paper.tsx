import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { briefOf, type Brief, spokenText, type Sentence, labelWords } from '../../../skill/report/texts.ts';
import { date } from '../../parts/text.ts';
import { notesOf } from '../files/choices.ts';
import { printsBrief } from '../files/print.ts';
import { useSession } from '../../session/session.ts';

/** The brief on one page, where it was asked for; else what is on screen is printed. Made only for printing. */
export function Paper(): ReactNode {
  const session = useSession();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as soon as the listeners are through.
    const start = (): void => flushSync(() => setPrinting(printsBrief()));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const state = session.getState();
  return printing && state.results ? (
    <Page brief={briefOf(state.results.shown)} notes={notesOf(state)} />
  ) : null;
}

function Page({ brief, notes }: { readonly brief: Brief; readonly notes: readonly string[] }): ReactNode {
  const { tenant, asOf, currency, labels, headline, decisions, figures, unknowns, assumptions } = brief;
  const say = (sentence: Sentence): string => spokenText(sentence, currency);
  return (
    <article className="paper">
      <h1>SaaS rationalization brief</h1>
      <p>
        {tenant}, as of {date(asOf)}, amounts in {currency}
      </p>
      {[...notes, ...labels.map((label) => labelWords[label])].map((note) => (
        <p key={note}>
          <strong>{note}</strong>
        </p>
      ))}
      <p className="headline">{say(headline)}</p>
      {brief.hasData && (
        <>
          <h2>Decisions to take</h2>
          {decisions.first.length === 0 && <p>{say(decisions.none)}</p>}
          {decisions.all !== null && <p>{say(decisions.all)}</p>}
          <ol>
            {decisions.first.map(({ name, sentence }, index) => (
              <li key={index}>
                <strong>{name}</strong>, {say(sentence)}
              </li>
            ))}
          </ol>
          {decisions.more !== null && <p>Not listed: {say(decisions.more)}</p>}
          <h2>Money</h2>
          <List lines={figures.map(({ name, amount, meaning }) => `${name}: ${say(amount)}, ${meaning}.`)} />
          <p>These are different kinds of money; they are never added up.</p>
        </>
      )}
      <h2>What is not known</h2>
      <List lines={unknowns.map(({ what, remedy }) => `${say(what)} ${say(remedy)}`)} />
      <h2>What this takes for granted</h2>
      <List lines={assumptions.map(say)} />
      <p>Advisory only: nothing was changed in Torii, and nothing here is a decision.</p>
    </article>
  );
}

function List({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
