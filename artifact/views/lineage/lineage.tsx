/**
 * How a figure came about. In: the address of a fact, from the address of the page. Out: its formula,
 * what it takes for granted, the figures it is made of, and the records and fields behind it.
 */
import type { ReactNode } from 'react';
import { explainFact, factValue } from '../../../skill/analysis/facts.ts';
import { Dialog } from '../../parts/controls.ts';
import { FirstFew, NoticeBox } from '../../parts/layout.ts';
import { factName } from '../fact-name.ts';
import { withParameters } from '../router.ts';
import { Formula } from './formula.tsx';
import { MadeOf } from './made-of.tsx';
import { SourceItem } from './source.tsx';
import { useResults, useRoute, useRouter } from '../page-context.ts';

export function Lineage(): ReactNode {
  const route = useRoute();
  const router = useRouter();
  const { fact } = route.parameters;
  if (fact === undefined) return null;
  const close = (): void => router.go(withParameters(route, { fact: null }));
  return (
    <Dialog label="How this figure came about" className="lineage" onClose={close}>
      <p className="actions dialog-close">
        <button type="button" className="button button-quiet" onClick={close}>
          Close
        </button>
      </p>
      <Explained key={fact} fact={fact} />
    </Dialog>
  );
}

function Explained({ fact }: { fact: string }): ReactNode {
  const results = useResults();
  const { shown: analysis, portfolio, awaited } = results;
  const explained = explainFact(analysis, portfolio, analysis.inputs.config, fact);
  if (explained === null) return <NoticeBox tone="neutral" sentence={absenceOf(awaited.length > 0)} />;
  const { value, formula, assumptions, from, sources } = explained;
  const { subject, field } = factName(analysis, fact);
  return (
    <>
      <h2>{[subject, field].filter(Boolean).join(': ')}</h2>
      <p className="lineage-value">{value}</p>
      <Formula analysis={analysis} text={formula} from={from} />
      <MadeOf analysis={analysis} from={from} whole={factValue(analysis, fact)} />
      <Listed
        title="Rests on"
        items={assumptions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      />
      <Listed
        title="Records and fields"
        items={sources.map((source) => (
          <SourceItem key={`${source.source}/${source.id}`} source={source} />
        ))}
      />
      <label className="field">
        <span className="field-label">Fact id</span>
        <input readOnly value={fact} onFocus={(event) => event.currentTarget.select()} />
      </label>
    </>
  );
}

function absenceOf(mayCome: boolean): string {
  return mayCome ? 'What has been read so far has no such figure.' : 'This analysis has no such figure.';
}

function Listed({ title, items }: { title: string; items: readonly ReactNode[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        <FirstFew items={items} first={12} step={100} />
      </ul>
    </>
  );
}
