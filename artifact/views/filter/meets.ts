import { minorOf } from '../../../skill/analysis/units.ts';
import { NONE, type Filter } from './filter.ts';
import { periodOf } from './period.ts';
import type { FilterSubject } from './subject.ts';

/** Says of a subject whether it is what the filter asks for. An unknown value meets no bound. */
export function filterTest(filter: Filter, currency: string): (subject: FilterSubject) => boolean {
  const tests = [
    ofText(filter),
    ofValue(filter, currency),
    ofPeriod(filter),
    ofOwner(filter),
    ofRenewal(filter),
    ofApp(filter),
  ].filter((test) => test !== null);
  return (subject) => tests.every((test) => test(subject));
}

type Test = ((subject: FilterSubject) => boolean) | null;

function ofText({ q }: Filter): Test {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? null : ({ text }) => words.every((word) => text.includes(word));
}

function ofValue({ value, cost }: Filter, currency: string): Test {
  const least = value === '' ? null : minorOf(value, currency);
  if (least === null && cost === '') return null;
  return ({ amount, app }) => {
    if (least !== null && (amount === null || amount < least)) return false;
    if (cost === '') return true;
    const known = app === null ? amount : app.costAnnual;
    return cost === 'unknown' ? known === null : known !== null && known > 0;
  };
}

function ofPeriod({ period }: Filter): Test {
  const span = periodOf(period);
  return span && (({ dates }) => dates.some((day) => day >= span.from && day <= span.to));
}

function ofOwner({ owner }: Filter): Test {
  if (owner === '') return null;
  if (owner === 'left') return ({ ownerLeft }) => ownerLeft;
  if (owner === NONE) return ({ app }) => app !== null && app.owner === null;
  return ({ app }) => app?.owner?.id === owner;
}

function ofRenewal({ renews }: Filter): Test {
  if (renews === '') return null;
  const wanted = renews === 'unknown' ? null : renews === 'yes';
  return (subject) => subject.renews.includes(wanted);
}

function ofApp({ state, category, vendor, ai, found }: Filter): Test {
  if (state === '' && category === '' && vendor === '' && ai === '' && found === '') return null;
  return ({ app, hasFinding }) =>
    app !== null &&
    (state === '' || app.stateClass === state) &&
    (category === '' || (app.category || NONE) === category) &&
    (vendor === '' || (app.vendor || NONE) === vendor) &&
    (ai === '' || app.aiRule !== null) &&
    (found === '' || hasFinding);
}
