/**
 * From a tenant's records to one portfolio.
 * In: `TenantRecords` and a mapping. Out: a `Portfolio` in canonical fields, every value known, missing or invalid.
 * A value that cannot be read stays in the portfolio with its raw text.
 */
export { appUserOf } from './apply/app-user.ts';
export { applyMapping, personOf, transactionOf } from './apply/apply.ts';
export { analysisConfig, fieldsToRequest } from './apply/config.ts';
export { MappedRows } from './apply/mapped-rows.ts';
export { fieldKey, isCarried } from './base/field-key.ts';
export { personToken } from './base/person-token.ts';
export {
  type App,
  type AppUser,
  type Completeness,
  type Contract,
  type ContractClass,
  type Day,
  type LicenseLine,
  type Licenses,
  type Money,
  type Owner,
  type Person,
  type Portfolio,
  type Source,
  type Span,
  type StateClass,
  type Transaction,
  type UsageSource,
  type Value,
} from './base/portfolio.ts';
export { readPortfolio } from './reading/read-portfolio.ts';
export { bindMapping } from './values/bind.ts';
export { ownerNames } from './values/owner-names.ts';
export { personId } from './values/read-owner.ts';
export { classifyState } from './values/states.ts';
