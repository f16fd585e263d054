/**
 * What JSON can hold, as types.
 * In: anything parsed. Out: `JsonValue`, `JsonObject` and the test that tells them apart.
 */
export { cutDeeperThan, isDeeperThan, isJsonObject, type JsonObject, type JsonValue } from './base/json.ts';
