/** Judges JSON by the published schemas, with software that is not this project's. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export const schemaFolder = resolve('skill/assets');

const ajv = new Ajv2020({ strict: false });
const validators = new Map<string, ValidateFunction>();

/** @param name of the schema file, without `.schema.json` */
export function acceptsAsPublished(name: string, json: unknown): boolean {
  const file = readFileSync(join(schemaFolder, `${name}.schema.json`), 'utf8');
  const validate = validators.get(name) ?? ajv.compile(JSON.parse(file) as object);
  validators.set(name, validate);
  return validate(json);
}
