/** The records of a portfolio as words, field by field in one order. Every field must be here. */
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
import type { Words } from '../base/words.ts';

export function putApp(words: Words, app: App): void {
  words.text('app');
  words.number(app.id);
  words.text(app.name);
  words.textValue(app.state);
  words.text(app.stateClass);
  words.truth(app.isHidden);
  words.textValue(app.category);
  words.textValue(app.vendor);
  words.textValue(app.domain);
  words.recordValue(app.owner, putOwner);
  words.recordValue(app.spend12m, putMoney);
  words.numberValue(app.activeUsers);
  words.numberValue(app.lastUsedAt);
  words.textValue(app.usageSource);
  words.recordValue(app.licenses, putLicenses);
  words.textValue(app.view);
}

function putOwner(words: Words, owner: Owner): void {
  words.text(owner.id);
  words.truth(owner.departed);
}

function putMoney(words: Words, money: Money): void {
  words.number(money.minor);
  words.text(money.currency);
  words.number(money.converted);
}

function putLicenses(words: Words, licenses: Licenses): void {
  putCounts(words, licenses);
  words.list(licenses.lines.length);
  for (const line of licenses.lines) {
    words.text(line.name);
    putCounts(words, line);
    words.recordValue(line.pricePerLicense, putMoney);
  }
}

function putCounts(words: Words, record: Licenses | LicenseLine): void {
  words.numberValue(record.purchased);
  words.truth(record.unlimited);
  words.numberValue(record.active);
  words.numberValue(record.inactive);
  words.numberValue(record.unassigned);
  words.recordValue(record.annualCost, putMoney);
}

export function putContract(words: Words, contract: Contract): void {
  words.text('contract');
  words.number(contract.id);
  words.number(contract.appId);
  words.text(contract.name);
  words.textValue(contract.status);
  words.text(contract.statusClass);
  words.truth(contract.statusUnexplained);
  words.recordValue(contract.owner, putOwner);
  words.numberValue(contract.termStart);
  words.numberValue(contract.termEnd);
  words.recordValue(contract.noticeDays, putSpan);
  words.numberValue(contract.cancelBy);
  words.truthValue(contract.autoRenew);
  words.recordValue(contract.renewalTermMonths, putSpan);
  words.recordValue(contract.annualValue, putMoney);
  words.recordValue(contract.totalValue, putMoney);
  words.numberValue(contract.seats);
  words.numberValue(contract.commitSeats);
  words.recordValue(contract.unitPrice, putMoney);
  for (const { field, raw } of contract.shifted ?? []) {
    words.text(field);
    words.text(raw);
  }
  words.textValue(contract.view);
}

function putSpan(words: Words, { amount, unit }: Span): void {
  words.number(amount);
  words.text(unit);
}

export function putPerson(words: Words, person: Person): void {
  words.text('person');
  words.number(person.id);
  words.textValue(person.lifecycle);
  words.truth(person.isExternal);
  words.truth(person.deletedInIdentitySource);
  words.textValue(person.view);
}

export function putAccount(words: Words, account: AppUser): void {
  words.text('account');
  words.number(account.appId);
  words.number(account.personId);
  words.text(account.status);
  words.numberValue(account.lastUsedAt);
  words.numberValue(account.createdInApp);
  words.truth(account.isExternal);
  words.truth(account.departed);
  words.truth(account.present);
  words.list(account.licenses.length);
  for (const name of account.licenses) words.text(name);
}

export function putTransaction(words: Words, transaction: Transaction): void {
  words.text('transaction');
  words.text(transaction.id);
  words.number(transaction.appId);
  words.numberValue(transaction.date);
  words.recordValue(transaction.amount, putMoney);
  words.textValue(transaction.source);
  words.textValue(transaction.view);
}
