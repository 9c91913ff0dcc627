// Drafts that could not be read: what they are, as far as it can be told, and their raw content to take away.
import type { ReactNode } from 'react';
import { type DamagedRow, rawText } from '../storage/draft-row.ts';
import { download } from '../ui/download.ts';

export function SetAside({ damaged }: { damaged: readonly DamagedRow[] }): ReactNode {
  return (
    <section className="notice notice-bad" role="alert">
      <p>
        <strong>有 {damaged.length} 份草稿读不出来，已放在一边，没有删除。</strong>
        请下载保存，交给技术人员处理；其他草稿不受影响。
      </p>
      <ul>
        {damaged.map(({ name, reason, row }, at) => (
          // Nothing in such a row tells it from another for certain; the list is drawn anew as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className="row small">
            <span>
              {name}（{reason}）
            </span>
            <button
              type="button"
              className="button button-small"
              onClick={() => download(`读不出的草稿-${fileWords(name)}.json`, rawText(row), 'application/json')}
            >
              下载原始内容
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const fileWords = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-');
