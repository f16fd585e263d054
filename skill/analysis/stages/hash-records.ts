/** The records of a portfolio as hasher, field by field in one order. Every field must be here. */
import type {
  App,
  AppUser,
  Contract,
  LicenseLine,
  Licenses,
  Money,
  Owner,
  Person,
  Span,
  Transaction,
} from '../../mapping/portfolio.ts';
import type { Hasher } from '../base/hasher.ts';

export function hashApp(hasher: Hasher, app: App): void {
  hasher.text('app');
  hasher.number(app.id);
  hasher.text(app.name);
  hasher.textValue(app.state);
  hasher.text(app.stateClass);
  hasher.truth(app.isHidden);
  hasher.textValue(app.category);
  hasher.textValue(app.vendor);
  hasher.textValue(app.domain);
  hasher.recordValue(app.owner, hashOwner);
  hasher.recordValue(app.spend12m, hashMoney);
  hasher.numberValue(app.activeUsers);
  hasher.numberValue(app.lastUsedAt);
  hasher.textValue(app.usageSource);
  hasher.recordValue(app.licenses, hashLicenses);
  hasher.textValue(app.view);
}

function hashOwner(hasher: Hasher, owner: Owner): void {
  hasher.text(owner.id);
  hasher.truth(owner.departed);
}

function hashMoney(hasher: Hasher, money: Money): void {
  hasher.number(money.minor);
  hasher.text(money.currency);
  hasher.number(money.converted);
}

function hashLicenses(hasher: Hasher, licenses: Licenses): void {
  hashCounts(hasher, licenses);
  hasher.list(licenses.lines.length);
  for (const line of licenses.lines) {
    hasher.text(line.name);
    hashCounts(hasher, line);
    hasher.recordValue(line.pricePerLicense, hashMoney);
  }
}

function hashCounts(hasher: Hasher, record: Licenses | LicenseLine): void {
  hasher.numberValue(record.purchased);
  hasher.truth(record.unlimited);
  hasher.numberValue(record.active);
  hasher.numberValue(record.inactive);
  hasher.numberValue(record.unassigned);
  hasher.recordValue(record.annualCost, hashMoney);
}

export function hashContract(hasher: Hasher, contract: Contract): void {
  hasher.text('contract');
  hasher.number(contract.id);
  hasher.number(contract.appId);
  hasher.text(contract.name);
  hasher.textValue(contract.status);
  hasher.text(contract.statusClass);
  hasher.truth(contract.statusUnexplained);
  hasher.recordValue(contract.owner, hashOwner);
  hasher.numberValue(contract.termStart);
  hasher.numberValue(contract.termEnd);
  hasher.recordValue(contract.noticeDays, hashSpan);
  hasher.numberValue(contract.cancelBy);
  hasher.truthValue(contract.autoRenew);
  hasher.recordValue(contract.renewalTermMonths, hashSpan);
  hasher.recordValue(contract.annualValue, hashMoney);
  hasher.recordValue(contract.totalValue, hashMoney);
  hasher.numberValue(contract.seats);
  hasher.numberValue(contract.commitSeats);
  hasher.recordValue(contract.unitPrice, hashMoney);
  for (const { field, raw } of contract.shifted ?? []) {
    hasher.text(field);
    hasher.text(raw);
  }
  hasher.textValue(contract.view);
}

function hashSpan(hasher: Hasher, { amount, unit }: Span): void {
  hasher.number(amount);
  hasher.text(unit);
}

export function hashPerson(hasher: Hasher, person: Person): void {
  hasher.text('person');
  hasher.number(person.id);
  hasher.textValue(person.lifecycle);
  hasher.truth(person.isExternal);
  hasher.truth(person.deletedInIdentitySource);
  hasher.textValue(person.view);
}

export function hashAccount(hasher: Hasher, account: AppUser): void {
  hasher.text('account');
  hasher.number(account.appId);
  hasher.number(account.personId);
  hasher.text(account.status);
  hasher.numberValue(account.lastUsedAt);
  hasher.numberValue(account.createdInApp);
  hasher.truth(account.isExternal);
  hasher.truth(account.departed);
  hasher.truth(account.present);
  hasher.list(account.licenses.length);
  for (const name of account.licenses) hasher.text(name);
}

export function hashTransaction(hasher: Hasher, transaction: Transaction): void {
  hasher.text('transaction');
  hasher.text(transaction.id);
  hasher.number(transaction.appId);
  hasher.numberValue(transaction.date);
  hasher.recordValue(transaction.amount, hashMoney);
  hasher.textValue(transaction.source);
  hasher.textValue(transaction.view);
}
