/**
 * Products as a mid-size company buys them. Names, categories and price levels are those of the
 * market; who uses them and what the invented company pays is made up.
 *
 * One line each: name|domain|category|vendor|price|reach|home|source
 * - price: dollars a seat and year; `@` = flat dollars a year at 1,700 people; 0 = free
 * - reach: share of the people it is meant for, in percent
 * - home: letters of the departments it is meant for; `*` = everybody
 * - source: how Torii learns of it: D direct integration (licenses and usage), L licenses without usage,
 *   S single sign-on, E browser extension, X expenses only
 */
export interface CatalogProduct {
  readonly name: string;
  readonly domain: string;
  readonly category: string;
  readonly vendor: string;
  readonly price: number;
  readonly flat: boolean;
  readonly reach: number;
  readonly home: string;
  readonly source: ProductSource;
}

export type ProductSource = 'D' | 'L' | 'S' | 'E' | 'X';

// The first forty are the small tenant, and the part of every tenant that has a story.
const table = `Microsoft 365|microsoft.com|Productivity Suite|Microsoft|408|100|*|D
Microsoft Teams|teams.microsoft.com|Video Conferencing|Microsoft|48|42|*|D
OneDrive for Business|onedrive.com|File Storage|Microsoft|0|78|*|S
Slack|slack.com|Team Chat|Salesforce|150|94|*|D
Zoom Workplace|zoom.us|Video Conferencing|Zoom|220|62|*|D
Cisco Webex|webex.com|Video Conferencing|Cisco|174|24|*|S
Asana|asana.com|Project Management|Asana|300|38|*|D
monday.com|monday.com|Project Management|monday.com|228|64|MO|D
Trello|trello.com|Project Management|Atlassian|60|18|*|E
Jira|atlassian.com|Issue Tracking|Atlassian|108|92|EPDI|D
Confluence|confluence.atlassian.com|Knowledge Base|Atlassian|73|88|EPDI|D
Salesforce|salesforce.com|CRM|Salesforce|1980|96|SO|D
HubSpot|hubspot.com|Marketing Automation|HubSpot|@210000|88|M|S
Figma|figma.com|Design|Figma|540|84|DP|D
Adobe Creative Cloud|adobe.com|Design|Adobe|1020|82|DM|D
Notion|notion.so|Knowledge Base|Notion Labs|120|46|*|D
Miro|miro.com|Whiteboard|Miro|144|34|*|D
Mural|mural.co|Whiteboard|Tactivos|144|12|*|S
Dropbox Business|dropbox.com|File Storage|Dropbox|240|22|*|D
Box|box.com|File Storage|Box|180|9|*|S
GitHub Enterprise|github.com|Source Control|GitHub|252|94|EI|D
Datadog|datadoghq.com|Observability|Datadog|@420000|70|EI|S
Snowflake|snowflake.com|Data Warehouse|Snowflake|@390000|35|E|X
Zendesk|zendesk.com|Customer Support|Zendesk|1380|97|C|D
Intercom|intercom.com|Customer Support|Intercom|@96000|62|C|S
Okta|okta.com|Identity|Okta|96|99|*|D
1Password|1password.com|Password Manager|AgileBits|96|91|*|D
Personio|personio.com|HR|Personio|@130000|95|H|S
Zoom.us|zoom.us|Video Conferencing|Zoom|0|6|*|E
DocuSign|docusign.com|E-signature|DocuSign|300|78|LSF|D
Grammarly|grammarly.com|Writing|Superhuman|144|21|*|E
ChatGPT Team|chatgpt.com|AI Assistant|OpenAI|300|26|*|X
Loom|loom.com|Video Messaging|Atlassian|150|23|*|D
Calendly|calendly.com|Scheduling|Calendly|144|74|SH|E
LinkedIn Sales Navigator|linkedin.com|Sales Intelligence|LinkedIn|1200|58|S|L
Snyk|snyk.io|Security|Snyk|420|72|E|S
Backlog|backlog.com|Project Management|Nulab|160|30|EO|S
Canva|canva.com|Design|Canva|120|68|MH|E
Tableau|tableau.com|Analytics|Salesforce|840|44|FOP|D
Sketch|sketch.com|Design|Sketch|120|40|D|X
Greenhouse|greenhouse.io|Recruiting|Greenhouse|@64000|80|H|S
Google Workspace|workspace.google.com|Productivity Suite|Google|216|14|MD|D
Google Meet|meet.google.com|Video Conferencing|Google|0|12|MD|S
ClickUp|clickup.com|Project Management|ClickUp|144|20|MO|D
Smartsheet|smartsheet.com|Project Management|Smartsheet|228|36|OF|D
Wrike|wrike.com|Project Management|Wrike|300|22|M|S
Airtable|airtable.com|No-code Database|Airtable|240|42|MPO|D
Linear|linear.app|Issue Tracking|Linear|96|40|EP|D
GitLab|gitlab.com|Source Control|GitLab|348|18|E|D
CircleCI|circleci.com|Continuous Integration|CircleCI|@88000|50|E|S
Sentry|sentry.io|Observability|Functional Software|@54000|68|E|D
PagerDuty|pagerduty.com|Incident Response|PagerDuty|492|58|EI|D
Postman|postman.com|API Tools|Postman|348|48|E|D
JetBrains All Products|jetbrains.com|Developer Tools|JetBrains|779|52|E|L
Docker Business|docker.com|Developer Tools|Docker|288|61|E|D
GitHub Copilot|copilot.github.com|AI Assistant|GitHub|468|66|E|D
Cursor|cursor.com|AI Assistant|Anysphere|384|22|E|X
Claude Team|claude.com|AI Assistant|Anthropic|300|31|*|S
Perplexity|perplexity.ai|AI Assistant|Perplexity|240|5|*|E
Terraform Cloud|hashicorp.com|Infrastructure|HashiCorp|@60000|28|EI|S
dbt Cloud|getdbt.com|Data Integration|dbt Labs|1200|12|E|D
Amplitude|amplitude.com|Product Analytics|Amplitude|@84000|52|PM|S
Hotjar|hotjar.com|Product Analytics|Contentsquare|@12000|26|PD|E
Framer|framer.com|Design|Framer|180|24|D|E
Gong|gong.io|Revenue Intelligence|Gong|1440|86|S|D
Outreach|outreach.io|Sales Engagement|Outreach|1560|64|S|D
Clari|clari.com|Revenue Intelligence|Clari|960|38|S|D
Semrush|semrush.com|SEO|Semrush|@16000|28|M|E
Webflow|webflow.com|Website|Webflow|@26000|24|MD|S
Culture Amp|cultureamp.com|HR|Culture Amp|60|96|*|S
Lattice|lattice.com|HR|Lattice|132|94|*|D
LinkedIn Learning|learning.linkedin.com|Learning|LinkedIn|200|60|*|D
Udemy Business|udemy.com|Learning|Udemy|360|12|*|S
Coupa|coupa.com|Procurement|Coupa|@110000|72|F|S
NetSuite|netsuite.com|ERP|Oracle|1188|88|F|D
Expensify|expensify.com|Expenses|Expensify|108|84|*|S
Adobe Acrobat Sign|acrobat.adobe.com|E-signature|Adobe|336|30|LF|D
PandaDoc|pandadoc.com|E-signature|PandaDoc|588|26|S|E
Freshdesk|freshdesk.com|Customer Support|Freshworks|588|34|C|D
ServiceNow|servicenow.com|IT Service|ServiceNow|1320|90|I|D
Jamf|jamf.com|Device Management|Jamf|96|58|*|S
CrowdStrike Falcon|crowdstrike.com|Security|CrowdStrike|110|97|*|S
KnowBe4|knowbe4.com|Security Training|KnowBe4|24|96|*|S
Cloudflare|cloudflare.com|Infrastructure|Cloudflare|@66000|30|I|X
LastPass|lastpass.com|Password Manager|LastPass|84|14|*|D
TeamViewer|teamviewer.com|Remote Support|TeamViewer|600|70|I|S
RingCentral|ringcentral.com|Telephony|RingCentral|360|18|SC|D
Evernote|evernote.com|Notes|Bending Spoons|170|4|*|E
Otter.ai|otter.ai|AI Assistant|Otter.ai|240|9|*|E
Zapier|zapier.com|Automation|Zapier|@18000|22|MO|E
Make|make.com|Automation|Celonis|@7000|10|MO|E
Coda|coda.io|Knowledge Base|Coda|144|12|P|E
Lucidchart|lucid.app|Diagrams|Lucid Software|108|28|EPO|D
Prezi|prezi.com|Presentations|Prezi|180|4|SM|E`;

function parse(line: string): CatalogProduct {
  const [name = '', domain = '', category = '', vendor = '', price = '', reach = '', home = '', source] =
    line.split('|');
  const flat = price.startsWith('@');
  return {
    name,
    domain,
    category,
    vendor,
    price: Number(flat ? price.slice(1) : price),
    flat,
    reach: Number(reach) / 100,
    home,
    source: source as ProductSource,
  };
}

export const products: readonly CatalogProduct[] = table.split('\n').map(parse);

const APP_BASE = 1001;

/** Torii's id of the n-th app; the same in every size, so that one mapping fits all. */
export function appId(index: number): number {
  return APP_BASE + index;
}

export function appIdOf(name: string): number {
  const index = products.findIndex((product) => product.name === name);
  if (index < 0) throw new Error(`no such product: ${name}`);
  return appId(index);
}

const heads =
  'Amber Birch Cobalt Delta Ember Fern Granite Harbor Indigo Juniper Kestrel Lumen Maple Nimbus Onyx Pebble Quartz Raven Saffron Tundra Umbra Velvet Willow Zephyr Beacon Cedar Drift Echo Flint Glade Hazel Ivory'.split(
    ' ',
  );
const tails =
  'Board Desk Forms Flow Notes Pulse Sheets Sync Track Vault Works Chart Lens Link Mail Path Point Post Sign Space Stack Talk Time View Wiki Cast Crew Dash Docs Hub'.split(
    ' ',
  );
const ends = ' |Pro|Cloud|HQ|Labs|One|Go|Plus|360|AI|Studio'.split('|');

/** An invented product of the long tail; the first 10,560 names differ. */
export function tailProduct(
  index: number,
  categories: readonly string[],
): { name: string; domain: string; category: string } {
  const column = index % heads.length;
  const round = Math.floor(index / heads.length);
  const b = tails[(round + column * 7) % tails.length] ?? '';
  const c = ends[Math.floor(round / tails.length) % ends.length]?.trim() ?? '';
  const name = `${heads[column]} ${b} ${c}`.trim();
  return {
    name,
    domain: `${name.toLowerCase().replaceAll(' ', '')}.example`,
    category: categories[(index * 5) % categories.length] ?? '',
  };
}
