import '../../theme/exports.css';
import { useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import { NoticeBox } from '../../parts/layout.ts';
import { PromptBox, useOneStop } from '../../parts/controls.ts';
import { SheetsContext } from '../../parts/table.ts';
import { exportGroups } from '../files/choices.ts';
import type { ExportChoice, ExportFile, ExportGroup } from '../files/file.ts';
import { useSession, useSessionState } from '../../session/session.ts';
import { Sharing } from './sharing.tsx';
import { saveFile, type Saved } from '../files/save-file.ts';

/** One button, beside the others of the masthead, for everything that can leave the view on screen. */
export function ExportMenu({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useSession();
  const [groups, setGroups] = useState<readonly ExportGroup[] | null>(null);
  const sheets = useContext(SheetsContext);
  const stop = useOneStop<HTMLDivElement>();
  useEscapeFirst(groups !== null, () => {
    setGroups(null);
    stop.ref.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  });
  const groupsNow = (): ExportGroup[] =>
    exportGroups(
      session.getState(),
      [...sheets.values()].flatMap((make) => make()),
    );
  return (
    <>
      <div className="masthead-actions" role="toolbar" aria-label="This page" {...stop}>
        {children}
        <button
          type="button"
          className="button button-quiet"
          data-command="export"
          aria-expanded={groups !== null}
          onClick={() => setGroups(groups === null ? groupsNow() : null)}
        >
          Export
        </button>
      </div>
      {groups && <Panel groups={groups} groupsNow={groupsNow} />}
    </>
  );
}

/** Before it leaves a panel of the page, Esc closes what was opened last. */
function useEscapeFirst(isOpen: boolean, onEscape: () => void): void {
  // Before the panel is seen: a key may follow at once.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', close, true);
    return () => document.removeEventListener('keydown', close, true);
  }, [isOpen, onEscape]);
}

interface PanelProps {
  readonly groups: readonly ExportGroup[];
  /** Asked again at each export: rows may have been sorted or filtered since. */
  readonly groupsNow: () => readonly ExportGroup[];
}

interface Outcome {
  readonly file: ExportFile;
  /** Null while the host is asked. */
  readonly saved: Saved | null;
}

/** Some hosts let a page draw no image of its own. */
const noPicture: Outcome = {
  file: { name: '', type: 'image/png', data: new Blob() },
  saved: { ok: false, reason: '' },
};

/** It pushes the page down instead of covering it. */
function Panel({ groups, groupsNow }: PanelProps): ReactNode {
  const isFaulty = useSessionState(({ results }) => results?.shown.selfAudit.some(({ ok }) => !ok) ?? false);
  const [outcome, choose] = useOutcome(groupsNow);
  return (
    <section className="exports" aria-label="Export">
      {isFaulty && (
        <NoticeBox
          tone="serious"
          sentence="A check on these figures does not hold."
          action="Every file says so; do not rely on its totals."
        />
      )}
      <dl>
        {groups.map((group) => (
          <div key={group.title}>
            <dt>{group.title}</dt>
            {group.choices.map((choice) => (
              <dd key={choice.label}>
                <button
                  type="button"
                  className="button"
                  data-command={choice.label === 'Calendar' ? 'calendar' : undefined}
                  aria-label={`${group.title}: ${choice.label}`}
                  onClick={() => void choose(group, choice)}
                >
                  {choice.label}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {outcome && <Result {...outcome} />}
      <Sharing />
    </section>
  );
}

type Choose = (wanted: ExportGroup, choice: ExportChoice) => Promise<void>;

/** What has become of the choice made last, and how to make one. */
function useOutcome(groupsNow: PanelProps['groupsNow']): readonly [Outcome | null, Choose] {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const choose: Choose = async (wanted, { label }) => {
    const group = groupsNow().find(({ title }) => title === wanted.title);
    const making = group?.choices.find((choice) => choice.label === label)?.make();
    if (!making) return;
    const file = await Promise.resolve(making).catch(() => null);
    if (file === null) return setOutcome(noPicture);
    if (file.request !== undefined) return setOutcome({ file, saved: forChat });
    setOutcome({ file, saved: null });
    setOutcome({ file, saved: await saveFile(file, window) });
  };
  return [outcome, choose];
}

const forChat: Saved = { ok: false, reason: '' };

/** Saved under a name, or the text itself with what to ask of Claude. */
function Result({ file, saved }: Outcome): ReactNode {
  if (saved === null) return <output>Saving {file.name}…</output>;
  if (saved.ok) {
    return (
      <output>
        Saved as {saved.name}.{saved.name === file.name ? '' : ` Rename it to ${file.name} to open it.`}
      </output>
    );
  }
  if (typeof file.data !== 'string') {
    return <output>{saved.reason} This page cannot save images here; take the SVG as text instead.</output>;
  }
  if (file.request !== undefined) {
    return (
      <PromptBox label="Hand to Claude" text={`${file.request}\n---\n${file.data}`} select="Select all" />
    );
  }
  const request = `Save the text below the line, unchanged, as a file named ${file.name} and give it to me.\n---\n`;
  return (
    <>
      <output>{saved.reason} This page cannot save files here; hand the text to Claude instead.</output>
      <PromptBox label="Hand to Claude" text={`${request}${file.data}`} select="Select all" />
    </>
  );
}
