/** Claude.ai chat: the account's connector, its permissions, and the skill where one may be uploaded. */
import { connectorSteps, ENABLE_IN_CHAT } from '../connector-steps.ts';
import type { Guide } from '../guide.ts';

export const UPLOAD_SKILL =
  "For the dashboard and computed figures, run `saas-rationalization pack` and upload the skill's `.zip` under **Customize → Skills**. Without it Claude answers in words only.";

export function claudeAiGuide(url: string): Guide {
  return {
    steps: [...connectorSteps(url), ENABLE_IN_CHAT, UPLOAD_SKILL],
    differences: [
      'The guide says *Settings → Integrations*. The menu is now *Customize → Connectors*.',
      'The guide leaves write tools reachable and asks Claude not to use them. Here each tool gets its own permission, because an instruction is not a lock.',
    ],
  };
}
