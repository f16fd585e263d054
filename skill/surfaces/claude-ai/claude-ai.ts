/** Claude.ai chat: the account's connector, its permissions, and the skill where one may be uploaded. */
import { connectorSteps, ENABLE_IN_CHAT } from '../texts/connector-steps.ts';
import { BEYOND_INTENT, type Guide } from '../texts/guide.ts';

export const UPLOAD_SKILL =
  "For the dashboard and computed figures, run `saas-rationalization pack` and upload the skill's `.zip` under **Customize → Skills**. Without it Claude answers in words only.";

export function claudeAiGuide(url: string): Guide {
  return {
    steps: [...connectorSteps(url), ENABLE_IN_CHAT, UPLOAD_SKILL],
    differences: [
      "Torii's articles lead through menus that have moved since; step 2 has the present ones.",
      BEYOND_INTENT,
    ],
  };
}
