import type { Analysis, AnalysisJson } from '../base/contract.ts';
import { decimal } from '../base/money.ts';
import { analysisFields } from '../records/analysis.ts';
import { type FieldTable, isObject, type RecordField } from '../records/field.ts';

/** The analysis as outsiders see it: every amount a decimal text in major units of its currency. */
export function toJson(analysis: Analysis): AnalysisJson;
export function toJson(analysis: Analysis): unknown {
  return recordToJson(analysisFields)?.(analysis, analysis.currency);
}

type ToJson = (value: unknown, currency: string) => unknown;

/** Null for a field that leaves as it is, because no money is in it. */
function fieldToJson(field: RecordField): ToJson | null {
  if (field.kind === 'money') return amountToJson;
  if (field.kind === 'record') return recordToJson(field.fields);
  const itemToJson = field.kind === 'list' ? fieldToJson(field.of) : null;
  return itemToJson && ((items, currency) => listToJson(items, (item) => itemToJson(item, currency)));
}

function amountToJson(minor: unknown, currency: string): unknown {
  return typeof minor === 'number' ? decimal(minor, currency) : minor;
}

function listToJson(items: unknown, itemToJson: (item: unknown) => unknown): unknown {
  return Array.isArray(items) ? items.map(itemToJson) : items;
}

/** Null for a record without money in it. */
export function recordToJson(table: FieldTable): ToJson | null {
  const changes = Object.entries(table).flatMap(([name, field]) => {
    const change = fieldToJson(field);
    return change === null
      ? []
      : [{ name, change, own: field.kind === 'money' ? field.currency : undefined }];
  });
  if (changes.length === 0) return null;
  return (row, currency) => {
    if (!isObject(row)) return row;
    const copy = { ...row };
    for (const { name, change, own } of changes) {
      if (!Object.hasOwn(row, name)) continue;
      const stated: unknown = own === undefined ? currency : Reflect.get(row, own);
      Reflect.set(copy, name, change(Reflect.get(row, name), typeof stated === 'string' ? stated : currency));
    }
    return copy;
  };
}
