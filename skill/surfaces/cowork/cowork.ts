/** Cowork: the plugin (skill, connector and hook in one), or the skill alone; a schedule once there is a mapping. */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { connectorSteps } from '../texts/connector-steps.ts';
import type { Guide } from '../texts/guide.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { schedulePrompt } from './schedule-prompt.ts';

/** A schedule without a person in front of it rests on a mapping that a person has approved. */
export function coworkFiles({ mapping }: SurfaceInputs): PackedFile[] {
  if (mapping === null) return [];
  const { value, text } = mapping;
  const schedule = value.status === 'approved' ? [textFile('schedule-prompt.md', schedulePrompt(value))] : [];
  return [textFile('tenant-mapping.json', text), ...schedule];
}

export function coworkGuide(inputs: SurfaceInputs): Guide {
  return {
    steps: [
      "Run `saas-rationalization pack`. Recommended: install the `.plugin` it writes under **Customize → Plugins**; it holds the skill, the connector and a guard against writes. Where plugins are off, upload the skill's `.zip` under **Customize → Skills** and add the connector as follows.",
      ...connectorSteps(inputs.url),
      'Say "open the dashboard". Claude publishes it with the read tools granted, each by its full name. A page cannot grant itself anything: if it says that a grant is missing, say the sentence it shows.',
      mappingStep(inputs),
      scheduleStep(inputs),
    ],
    differences: [
      "Beyond the guide: the page reads Torii whenever it is opened, and a schedule only writes a digest. Publishing from a run in the cloud can lose the page's grants, so a schedule never republishes.",
      "Beyond the guide: you don't have to look up the connector's id. Claude reads it from its own tool names, and the page also finds it automatically.",
      "Beyond the guide, which reads by intent: the page can call read tools only. What keeps a chat from writing is the connector's own setting (*Blocked*), the role in Torii and the skill's rule. The plugin also holds a guard that works in Claude Code; whether Cowork starts the hooks of a plugin was not seen, so do not rely on it there.",
    ],
  };
}

function mappingStep({ mapping }: SurfaceInputs): string {
  return mapping === null
    ? 'The dashboard opens on a draft mapping and labels every figure with it. Answer its questions, approve the mapping, and run this again with `--mapping` for the schedule.'
    : 'Keep `tenant-mapping.json` in the folder you share with Cowork, or pack it into the skill: `saas-rationalization pack --tenant DIR`.';
}

function scheduleStep({ mapping }: SurfaceInputs): string {
  if (mapping?.value.status !== 'approved') {
    return 'Scheduling needs an approved mapping, so no schedule prompt was written: unconfirmed figures should not arrive automatically.';
  }
  return 'For a weekly digest, say "schedule this every Monday at 8" and paste `schedule-prompt.md`. Local schedules use local time and need this computer to be on; cloud schedules use UTC. Open the first result yourself: connectors are not always attached to a scheduled run, and the digest then says "no data".';
}
