/** The tenant's field definitions as Torii's field tools list them; every key the rows carry is here. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { appIdOf } from './products.ts';

export interface FieldSets {
  readonly app: readonly JsonObject[];
  readonly contract: readonly JsonObject[];
  readonly user: readonly JsonObject[];
}

// key|label|type|options: one line each; labels may repeat.
const app = `name|Name|singleLine
state|Status|dropdown|Discovered;In Review;Evaluation period;Sanctioned;Cost optimization;Need to close;Closed;Orchid Exception;Not Approved;Legacy until 2027;Parked by Audit
category|Category|dropdown
url|URL|singleLine
vendor|Vendor|singleLine
description|Description|multiLine
tags|Tags|dropdownMulti
score|Score|number
isHidden|Hidden|bool
isCustom|Custom app|bool
sources|Sources|dropdownMulti
primaryOwner|Primary Owner|user
appOwners|App Owners|usersDropdown
activeUsersCount|Active Users|number
lastVisitTime|Last Used|datePicker
creationTime|Discovered On|datePicker
addedBy|Added By|singleLine
expenses|Expenses|currency
activeContractsTotalValue|Active Contracts Value|currency
c_costCentre_1|Cost Centre|singleLine
ccf_costCentre_9|Cost Centre|singleLine
ccf_dataClass_4|Data Classification|dropdown|Public;Internal;Confidential
businessCriticality|Business Criticality|dropdown|High;Medium;Low
c_ssoEnforced_2|SSO Enforced|bool
c_reviewedOn_6|Last Security Review|datePicker`;

const contract = `name|Name|singleLine
idApp|App|number
status|Status|dropdown|pipeline;active;inReview;closed
owner|Contract Owner|user
createdBy|Created By|user
creationTime|Created On|datePicker
amount|Total Amount|currency
currency|Currency|dropdown|USD;EUR;GBP;JPY
startDate|Start Date|datePicker
endDate|End Date|datePicker
c_yearlyCost_4|Yearly Cost|currency
c_noticeDays_1|Cancellation Notice Period|number
c_autoRenew_2|Auto-Renewal|dropdown|Yes;No
c_renewalTerm_3|Renewal Term (months)|number
c_cancelBy_7|Cancellation Deadline|datePicker
c_seats_5|Seats|number
c_minSeats_8|Minimum Commitment|number
c_unitPrice_6|Price per Seat and Year|currency
ccf_paymentTerm_1|Payment Term|dropdown|Annual;Yearly in advance
vendor|Vendor|singleLine
poNumber|PO Number|singleLine`;

const user = `firstName|First Name|singleLine
lastName|Last Name|singleLine
email|Email|email
creationTime|Created On|datePicker
role|Torii Role|dropdown|Admin;Member
lifecycleStatus|Lifecycle Status|dropdown|active;offboarding;offboarded
isDeletedInIdentitySources|Deleted in Identity Source|bool
isExternal|External|bool
activeAppsCount|Active Apps|number
additionalEmails|Additional Emails|multiLine
department|Department|singleLine
ccf_department_2|Department|singleLine
c_office_1|Office|dropdown|Portland;Rotterdam;Leeds;Osaka
ccf_costCentre_4|Cost Centre|singleLine
employmentType|Employment Type|dropdown|Employee;Contractor`;

/** Numbers of definitions of a large tenant that has collected fields for years. */
const full = { app: 149, contract: 39, user: 68 } as const;

const padding = 'Region Owner Rating Review Budget Vendor Legal Audit Phase Team'.split(' ');

function define(table: string, total: number, keyName: 'systemKey' | 'key'): JsonObject[] {
  const rows = table.split('\n').map((line, index) => {
    const [key = '', name = '', type = '', options] = line.split('|');
    const row: JsonObject = { id: 100 + index, name, [keyName]: key, type };
    if (options !== undefined) row['options'] = options.split(';');
    return row;
  });
  for (let index = rows.length; index < total; index++) {
    const word = padding[index % padding.length] ?? '';
    const prefix = index % 2 === 0 ? 'c' : 'ccf';
    const key = `${prefix}_${word.toLowerCase()}Note_${index}`;
    rows.push({ id: 100 + index, name: `${word} Note ${index}`, [keyName]: key, type: 'singleLine' });
  }
  return rows;
}

/** Definitions of the three entities; `extra` pads them to the size of an old tenant. */
export function fieldSets(extra: boolean): FieldSets {
  const users = define(user, extra ? full.user : 0, 'key').map((row): JsonObject => {
    const source = row['key'] === 'ccf_department_2' ? appIdOf('Okta') : null;
    return { ...row, sourceIdApp: row['key'] === 'department' ? appIdOf('Personio') : source };
  });
  return {
    app: define(app, extra ? full.app : 0, 'systemKey'),
    contract: define(contract, extra ? full.contract : 0, 'systemKey'),
    user: users,
  };
}
