import { useLayoutEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import {
  briefOf,
  type Brief,
  spokenText,
  type Sentence,
  labelSentence,
} from '../../../skill/report/texts.ts';
import { formatDate } from '../../parts/text.ts';
import { notesOf } from '../files/notes.ts';
import { printsBrief } from '../files/print.ts';
import { useSession } from '../../session/session.ts';

/** The brief on one page, where it was asked for; else what is on screen is printed. Made only for printing. */
export function Paper(): ReactNode {
  const session = useSession();
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
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
        {tenant}, as of {formatDate(asOf)}, amounts in {currency}
      </p>
      {[...notes, ...labels.map(labelSentence)].map((note) => (
        <p key={note}>
          <strong>{note}</strong>
        </p>
      ))}
      <p className="headline">{say(headline)}</p>
      {brief.hasData && (
        <>
          <Bar parts={brief.byWhen} say={say} />
          <h2>Decisions to take</h2>
          {decisions.first.length === 0 && <p>{say(decisions.none)}</p>}
          {decisions.all !== null && <p>{say(decisions.all)}</p>}
          <DecisionTable decisions={decisions} say={say} />
          {decisions.more !== null && <p>Not listed: {say(decisions.more)}</p>}
          {decisions.moreSoon !== null && <p>Of these within a month: {say(decisions.moreSoon)}</p>}
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

interface PartProps {
  readonly say: (sentence: Sentence) => string;
}

/** The money by when it can leave: a row a part, its length drawn. */
function Bar({ parts, say }: PartProps & { readonly parts: Brief['byWhen'] }): ReactNode {
  if (parts.length === 0) return null;
  return (
    <>
      <h2>When money can leave the bill</h2>
      <table>
        <tbody>
          {parts.map(({ when, name, amount, size }) => (
            <tr key={when}>
              <th scope="row">{name}</th>
              <td className="number">{say(amount)}</td>
              <td aria-hidden="true">{'█'.repeat(Math.max(1, Math.round(size * 24)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DecisionTable({ decisions, say }: PartProps & Pick<Brief, 'decisions'>): ReactNode {
  if (decisions.first.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          {['App', 'Consider', 'By', 'Saves a year', 'Ask'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {decisions.first.map(({ id, name, row }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{say(row.does)}</td>
            <td>{say(row.by)}</td>
            <td className="number">{say(row.saves)}</td>
            <td>{say(row.who)}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
