/**
 * How each canonical field can be recognized in an undescribed tenant: Torii's own keys,
 * the words people use for it, and the form its values must have.
 */
import type { AppField, ContractField } from './mapping.ts';

export type ValueForm = 'money' | 'day' | 'each' | 'days' | 'months' | 'truth' | 'text' | 'owner';

interface Recognition {
  readonly form: ValueForm;
  /** Keys that Torii itself uses, the current one first. */
  readonly own: readonly string[];
  /** Matched against keys and labels as plain lower-case words. */
  readonly words: RegExp;
  /** Words that mean something else although `words` matches. */
  readonly not?: RegExp;
}

export interface CanonicalField extends Recognition {
  readonly entity: 'app' | 'contract';
  /** Name of the field in the mapping. */
  readonly field: string;
}

const app: Readonly<Record<AppField, Recognition>> = {
  spend12m: {
    form: 'money',
    own: ['expenses'],
    words:
      /^(total |annual |yearly |actual )*(expenses?|spend(ing)?)\b|(12|twelve) months? (spend|expenses|cost)|ausgaben|dépenses|gastos?/,
    not: /budget|saving|potential|forecast|limit|owner|category/,
  },
  owner: {
    form: 'owner',
    own: ['primaryOwner'],
    words: /\bowner\b|responsible|eigentümer|verantwortlich|propriétaire|responsable/,
    not: /budget|security|date|count|department|team/,
  },
  category: {
    form: 'text',
    own: ['category'],
    words: /category|kategorie|catégorie|categoría/,
    not: /sub|data|risk/,
  },
  vendor: {
    form: 'text',
    own: ['vendor'],
    words: /vendor|publisher|supplier|manufacturer|anbieter|lieferant|fournisseur|proveedor/,
    not: /risk|owner|contact|manager|score|tier|review|url|email|id$/,
  },
  activeUsers: {
    form: 'each',
    own: ['activeUsersCount', 'users'],
    words: /active users?|users? (count|active)|aktive (be)?nutzer|utilisateurs actifs/,
    not: /inactive|score/,
  },
  lastUsedAt: {
    form: 'day',
    own: ['lastVisitTime', 'lastUsageTime'],
    words: /last (visit|usage|used|use|activity|login)|zuletzt (be)?nutzt/,
  },
};

const contract: Readonly<Record<ContractField, Recognition>> = {
  termStart: {
    form: 'day',
    own: ['startDate'],
    words:
      /(start|begin|effective|commencement)( date|s on)?$|^(start|begin)|vertragsbeginn|date de début|fecha de inicio/,
    not: /notice|billing|payment/,
  },
  termEnd: {
    form: 'day',
    own: ['endDate'],
    words:
      /\bend( date|s on)?$|expir(y|es|ation)|renewal date|renews on|valid until|vertragsende|date de fin|fecha de fin/,
    not: /notice|cancel|weekend|trial/,
  },
  noticeDays: {
    form: 'days',
    own: [],
    words: /notice|kündigungsfrist|préavis|preaviso/,
    not: /deadline|date|sent|given|e?mail|contact|by$/,
  },
  cancelBy: {
    form: 'day',
    own: [],
    words:
      /cancel(lation)? (by|deadline|date|before)|notice (by|deadline|date)|opt out (by|date|deadline)|last (day|date) to cancel|kündbar bis/,
    not: /sent|given/,
  },
  autoRenew: {
    form: 'truth',
    own: [],
    words:
      /auto(matic(ally)?)? ?(renew|extend)|evergreen|renews automatically|renewal (type|mode)|automatische verlängerung|tacite|renovación automática/,
    not: /date|notice|term|length/,
  },
  renewalTermMonths: {
    form: 'months',
    own: [],
    words: /renew(al|s)? (term|period|length|months|duration|for)|verlängerungs(zeitraum|dauer)/,
    not: /date|notice|price|auto/,
  },
  annualValue: {
    form: 'money',
    own: [],
    words:
      /(annual|yearly|per year|annuali[sz]ed|monthly|quarterly).*(cost|value|amount|price|fee|spend)|(cost|value|amount|price|fee) (per (year|month|quarter)|annual|yearly|monthly|quarterly)|\b(acv|mrr)\b|(jahres|monats)kosten|coût (annuel|mensuel)|coste (anual|mensual)/,
    not: /seat|user|licen[cs]e|unit|increase|saving|budget|uplift/,
  },
  totalValue: {
    form: 'money',
    own: ['amount'],
    words:
      /(total|contract) (contract )?(value|cost|amount|price)|\btcv\b|gesamt(kosten|wert)|montant total|importe total/,
    not: /seat|user|licen[cs]e|unit|annual|yearly|saving|budget/,
  },
  seats: {
    form: 'each',
    own: [],
    words:
      /\bseats?\b|licen[cs]es?( count| quantity| purchased)?$|(number|count|quantity|no) of (users|licen[cs]es)|purchased (users|licen[cs]es)|quantity|lizenzen|licencias/,
    not: /min|commit|price|cost|rate|fee|per |type|used|active|model/,
  },
  commitSeats: {
    form: 'each',
    own: [],
    words:
      /(min(imum)?|commit(ted|ment)?) (seats?|licen[cs]es?|users?|quantity)|(seats?|licen[cs]es?|users?) (min(imum)?|commit(ted|ment)?)|mindest(menge|lizenzen)/,
    not: /price|cost|spend|date/,
  },
  unitPrice: {
    form: 'money',
    own: [],
    words:
      /unit (price|cost)|(price|cost|rate|fee) (per|a|each) (seat|user|licen[cs]e|unit)|(seat|user|licen[cs]e) (price|cost|rate|fee)|per (seat|user|licen[cs]e)|stückpreis|preis pro|prix unitaire|precio unitario/,
    not: /total|number/,
  },
};

/** Every canonical field, app fields first. */
export const canonicalFields: readonly CanonicalField[] = [
  ...named('app', app),
  ...named('contract', contract),
];

function named(
  entity: CanonicalField['entity'],
  fields: Readonly<Record<string, Recognition>>,
): CanonicalField[] {
  return Object.entries(fields).map(([field, recognition]) => ({ ...recognition, entity, field }));
}

/** The path of a canonical field in a mapping. */
export function fieldPath({ entity, field }: CanonicalField): string {
  return `fields.${entity}.${field}`;
}
