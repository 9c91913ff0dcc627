// Several files that were read, a row each: which to import, what was found in it, what is wrong with it. The rest of what
// is known of a file is drawn when its row is unfolded, so that hundreds stand here without a wait.
import { Fragment, memo, type ReactNode, useCallback, useState } from 'react';
import { lawOf } from '../formats/registry.ts';
import type { FileRead } from '../read-files.ts';
import type { Content } from '../report/draft.ts';
import type { Imported } from '../transfer/read-file.ts';
import { ImportPreview } from './import-preview.tsx';

type Props = {
  reads: readonly FileRead[];
  /** As they would be stored; undefined where the file could not be read. */
  contents: readonly (Content | undefined)[];
  /** Places of those not to import. */
  left: ReadonlySet<number>;
  isHere: (content: Content) => boolean;
  /** Asks for what the document does not say; null where it says all. */
  names: (at: number, read: Imported & { ok: true }) => ReactNode;
  onLeft: (change: (left: ReadonlySet<number>) => ReadonlySet<number>) => void;
};

type Places = ReadonlySet<number>;
const turned = (places: Places, at: number): Places => {
  const next = new Set(places);
  if (!next.delete(at)) next.add(at);
  return next;
};

export function ImportTable({ reads, contents, left, isHere, names, onLeft }: Props): ReactNode {
  const [open, setOpen] = useState<Places>(new Set());
  const onTick = useCallback((at: number) => onLeft((all) => turned(all, at)), [onLeft]);
  const onOpen = useCallback((at: number) => setOpen((all) => turned(all, at)), []);
  const good = contents.flatMap((content, at) => (content ? [at] : []));
  const bad = reads.flatMap(({ name, read }) => (read.ok ? [] : [{ name, message: read.message }]));
  const isAll = good.every((at) => !left.has(at));
  const first = firstOfEach(contents);
  return (
    <>
      <p>
        读了 {reads.length} 份，{good.length} 份可以导入。点“详情”看认出了什么、哪些没有认出。
      </p>
      {bad.length > 0 && (
        <div role="alert" className="notice notice-bad small">
          <p>{bad.length} 份读不出来，不能导入：</p>
          <ul>
            {bad.slice(0, told).map(({ name, message }, at) => (
              // Two files may have the same name, and the list does not change.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={at}>
                {name}：{message}
              </li>
            ))}
          </ul>
          {bad.length > told && <p>其余的原因见表中。</p>}
        </div>
      )}
      <div className="import-scroll">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label="全部导入"
                  checked={good.length > 0 && isAll}
                  disabled={good.length === 0}
                  onChange={() => onLeft(() => new Set(isAll ? good : []))}
                />
              </th>
              {['文件', '机关', '年度', '格式', '认出', '核对发现', '说明'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">详情</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reads.map((file, at) => {
              const content = contents[at];
              const twin = content && first.get(keyOf(content));
              const isNameless = file.read.ok && (file.read.content.agency === '' || file.read.content.year === 0);
              const isLeft = left.has(at);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: files are only added at the end
                <Fragment key={at}>
                  <Row
                    at={at}
                    file={file}
                    agency={content?.agency ?? ''}
                    year={content?.year ?? 0}
                    isLeft={isLeft}
                    isHere={content !== undefined && isHere(content)}
                    twin={twin === at ? undefined : twin}
                    isOpen={open.has(at)}
                    onTick={onTick}
                    onOpen={onOpen}
                  />
                  {file.read.ok && isNameless && !isLeft && (
                    <tr>
                      <td />
                      <td colSpan={columns - 1}>{names(at, file.read)}</td>
                    </tr>
                  )}
                  {file.read.ok && open.has(at) && (
                    <tr id={`import-more-${at}`}>
                      <td />
                      <td colSpan={columns - 1} className="import-more">
                        <ImportPreview read={file.read} here={content !== undefined && isHere(content)}>
                          {null}
                        </ImportPreview>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const told = 3;
const columns = 9;

type RowProps = {
  at: number;
  file: FileRead;
  agency: string;
  year: number;
  isLeft: boolean;
  isHere: boolean;
  /** Place of an earlier file of the same agency and year. */
  twin: number | undefined;
  isOpen: boolean;
  onTick: (at: number) => void;
  onOpen: (at: number) => void;
};

const Row = memo(function Row({ at, file, agency, year, isLeft, onTick, onOpen, ...is }: RowProps): ReactNode {
  const { name, read, findings } = file;
  const head = (
    <>
      <td>
        <input
          type="checkbox"
          aria-label={`导入 ${name}`}
          aria-describedby={read.ok ? undefined : `import-why-${at}`}
          checked={read.ok && !isLeft}
          disabled={!read.ok}
          onChange={() => onTick(at)}
        />
      </td>
      <th scope="row">{name}</th>
    </>
  );
  if (!read.ok) {
    return (
      <tr data-import={at + 1}>
        {head}
        <td colSpan={columns - 2} className="import-bad" id={`import-why-${at}`}>
          不能导入：{read.message}
        </td>
      </tr>
    );
  }
  const { content, found, unplaced, finalised } = read;
  const law = lawOf(content.format);
  const said = [
    ...(is.isHere ? ['本机已有，另成一份'] : []),
    ...(is.twin === undefined ? [] : [`与第 ${is.twin + 1} 份同一机关同一年度`]),
    ...(finalised ? [finalised.code === finalised.codeNow ? '与定稿一致' : '与定稿不一致'] : []),
  ];
  return (
    <tr data-import={at + 1}>
      {head}
      <td>{agency || '没有认出'}</td>
      <td>{year || '没有认出'}</td>
      <td>{law.name}</td>
      <td>
        {found} / {law.cells.length} 格{unplaced.length > 0 && `，${unplaced.length} 处没有位置`}
      </td>
      <td>{findings === 0 ? '没有' : `${findings} 处`}</td>
      <td>{said.join('；')}</td>
      <td>
        <button
          type="button"
          className="link-button"
          aria-expanded={is.isOpen}
          aria-controls={is.isOpen ? `import-more-${at}` : undefined}
          aria-label={`详情 ${name}`}
          onClick={() => onOpen(at)}
        >
          {is.isOpen ? '收起' : '详情'}
        </button>
      </td>
    </tr>
  );
});

/** The first place of each agency and year that are known. */
function firstOfEach(contents: readonly (Content | undefined)[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [at, content] of contents.entries()) {
    if (!content || content.agency === '' || content.year === 0) continue;
    const key = keyOf(content);
    if (!first.has(key)) first.set(key, at);
  }
  return first;
}

/** The same for reports of one agency and year. */
export const keyOf = ({ agency, year }: Pick<Content, 'agency' | 'year'>): string => `${year} ${agency}`;
