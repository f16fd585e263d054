import type { ReactNode } from 'react';
import { plainText, type Part, type Sentence } from '../../skill/report/texts.ts';
import { formatCompactMoney, formatExactMoney, formatNearDate, formatWholeMoney } from '../parts/text.ts';
import { FigureLink } from './figure.tsx';

export interface SentenceTextProps {
  readonly sentence: Sentence;
  readonly currency: string;
  readonly asOf: string;
  /** Amounts short, and stressed: for a headline. */
  readonly compact?: boolean;
}

/** A sentence as every surface says it; each of its figures opens its lineage. */
export function SentenceText({ sentence, ...rest }: SentenceTextProps): ReactNode {
  return sentence.map((part, index) => <PartText key={index} part={part} {...rest} />);
}

type PartTextProps = Omit<SentenceTextProps, 'sentence'> & { readonly part: Part };

function PartText({ part, currency, asOf, compact }: PartTextProps): ReactNode {
  if (typeof part === 'string') return part;
  if ('name' in part) return part.name;
  if ('raw' in part) return <q>{part.raw}</q>;
  const text = textOf(part, currency, asOf, compact);
  const shown = compact && 'money' in part ? <strong>{text}</strong> : text;
  if (part.fact === undefined) return <span className="nowrap">{shown}</span>;
  const title = 'money' in part ? formatExactMoney(part.money, part.currency ?? currency) : undefined;
  return (
    <FigureLink fact={part.fact} title={title} stop>
      <span className="nowrap">{shown}</span>
    </FigureLink>
  );
}

function textOf(part: Exclude<Part, string>, currency: string, asOf: string, compact?: boolean): string {
  if ('date' in part) return formatNearDate(part.date, asOf);
  if (!('money' in part)) return plainText([part], currency);
  const form = compact ? formatCompactMoney : formatWholeMoney;
  return form(part.money, part.currency ?? currency);
}
