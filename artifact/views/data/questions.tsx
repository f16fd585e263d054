import { useMemo, useState, type ReactNode } from 'react';
import { draftOf, questionsFor, type AnswerOption, type Question } from '../../../skill/mapping/discover.ts';
import { formatCounted } from '../../parts/text.ts';
import { PromptBox } from '../../parts/controls.ts';
import { useResults } from '../page-context.ts';

/** What only a person can tell about a draft. The answers are handed to Claude, who keeps the mapping. */
export function Questions(): ReactNode {
  const results = useResults();
  const { mapping, records } = results;
  const questions = useMemo(() => {
    const { views, fields } = draftOf(records, mapping.tenant).candidates;
    return questionsFor(mapping, records, views, fields['fields.contract.noticeDays'] ?? []);
  }, [mapping, records]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const answers = questions.flatMap(({ options }) =>
    options.filter(({ id, path }) => chosen.get(path) === id),
  );
  return (
    <>
      <h3>{`${formatCounted(questions.length, 'question')} before it can be approved`}</h3>
      <div className="questions">
        {questions.flatMap((question) =>
          question.paths.map((path) => (
            <Asked
              key={path}
              question={question}
              path={path}
              value={chosen.get(path) ?? ''}
              onChoose={(id) => setChosen(new Map(chosen).set(path, id))}
            />
          )),
        )}
      </div>
      <PromptBox label="Give this to Claude" text={requestOf(answers)} select="Select all of it" />
    </>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly path: string;
  readonly value: string;
  readonly onChoose: (answerId: string) => void;
}

/** One answer is wanted for one place of the mapping. */
function Asked({ question, path, value, onChoose }: AskedProps): ReactNode {
  const { text, paths, options, drafted } = question;
  const field = path.split('.').at(-1) ?? path;
  return (
    <label className="field">
      <span className="field-label">{paths.length > 1 ? `${text} (${field})` : text}</span>
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">Not answered</option>
        {options
          .filter((option) => option.path === path)
          .map(({ id, text: answer }) => (
            <option key={id} value={id}>
              {drafted.includes(id) ? `${answer} (as drafted)` : answer}
            </option>
          ))}
      </select>
    </label>
  );
}

function requestOf(answers: readonly AnswerOption[]): string {
  const sets = answers.flatMap((answer) => answer.sets);
  const set =
    sets.length === 0
      ? ''
      : ` Set these places first: ${sets.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`).join('; ')}.`;
  return `Please save the discovered mapping of the SaaS rationalization dashboard as tenant-mapping.json.${set} Ask me what is still open, show me the result, and mark it approved only when I say so.`;
}
