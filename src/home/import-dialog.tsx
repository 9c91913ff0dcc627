// Shows what the chosen files hold, or why they cannot be read, before anything is written.
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { FileRead } from '../read-files.ts';
import type { Content } from '../report/draft.ts';
import type { Imported } from '../transfer/read-file.ts';
import { Dialog } from '../ui/dialog.tsx';
import { NameInputs, type Names, offeredNames, withNames } from './import-names.tsx';
import { ImportPreview } from './import-preview.tsx';
import './import.css';

type Props = {
  reads: readonly FileRead[];
  /** Whether a draft of the same agency and year is already here. */
  isHere: (content: Content) => boolean;
  onConfirm: (contents: readonly Content[]) => void;
  onClose: () => void;
};

export function ImportDialog({ reads, isHere, onConfirm, onClose }: Props): ReactNode {
  const [named, setNamed] = useState<Readonly<Record<number, Names>>>({});
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const namesOf = (at: number, { offers }: Imported & { ok: true }): Names => named[at] ?? offeredNames(offers);
  const good = reads.flatMap(({ read }, at) =>
    read.ok ? [{ at, content: withNames(read.content, namesOf(at, read)) }] : [],
  );

  function confirm(event: FormEvent): void {
    event.preventDefault();
    const nameless = good.find(({ content }) => content.agency === '' || content.year === 0);
    if (!nameless) {
      onConfirm(good.map(({ content }) => content));
      return;
    }
    const name = nameless.content.agency === '' ? 'agency' : 'year';
    setProblem(
      name === 'agency'
        ? '文件的标题里没有机关名称，请填机关全称。'
        : '文件的标题里没有年度，请填 2008 到 2100 之间的年份。',
    );
    form.current?.querySelector<HTMLInputElement>(`[name=import-${name}-${nameless.at}]`)?.focus();
  }

  return (
    <Dialog label="导入报告" onClose={onClose} wide>
      <form ref={form} className="stack" onSubmit={confirm} noValidate>
        <h2>导入报告</h2>
        <ul className="stack">
          {reads.map(({ name, read }, at) => (
            // Two files may have the same name, and the list does not change.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at} className="card import-file">
              <p className="soft small">{name}</p>
              {read.ok ? (
                <ImportPreview read={read} here={isHere(withNames(read.content, namesOf(at, read)))}>
                  <NameInputs
                    at={at}
                    content={read.content}
                    offers={read.offers}
                    names={namesOf(at, read)}
                    onNames={(next) => setNamed({ ...named, [at]: next })}
                  />
                </ImportPreview>
              ) : (
                <p role="alert" className="notice notice-bad">
                  没有导入。{read.message}
                </p>
              )}
            </li>
          ))}
        </ul>
        {problem && (
          <p role="alert" className="notice notice-bad">
            {problem}
          </p>
        )}
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            {good.length > 0 ? '不导入' : '关闭'}
          </button>
          {good.length > 0 && (
            <button type="submit" className="button button-main" data-action="import-confirm">
              {good.length === 1 ? '导入并打开' : `导入这 ${good.length} 份`}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
