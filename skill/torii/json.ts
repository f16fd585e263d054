/**
 * What JSON can hold, as types.
 * In: anything parsed. Out: `JsonValue`, `JsonObject`, the test that tells them apart, and what a text holds.
 */
export {
  cutDeeperThan,
  isDeeperThan,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsedJson,
  parsedObject,
} from './base/json.ts';
