// Says for as long as it lasts that the draft is not on disk, and offers what keeps it safe all the same.
import type { ReactNode } from 'react';
import type { SaveState } from '../storage/autosave.ts';
import type { Store } from '../ui/store.ts';
import { useRead } from '../ui/use-read.ts';
import { clock } from './top-bar.tsx';

type Props = {
  saving: Store<SaveState>;
  onDownload: () => void;
  onKeepBoth: () => void;
  onTakeStored: () => void;
  onOverwrite: () => void;
};

export function SaveBanner({ saving, onDownload, onKeepBoth, onTakeStored, onOverwrite }: Props): ReactNode {
  const current = useRead(saving, (state) => state);
  if (current.kind === 'failed') {
    return (
      <div className="save-banner" role="alert">
        <p>
          <strong>未能保存。</strong>
          {current.reason}
          可以接着填，内容都在；请不要关闭本页，先把当前内容下载下来。
        </p>
        <button type="button" className="button button-small" onClick={onDownload}>
          下载当前内容
        </button>
      </div>
    );
  }
  if (current.kind === 'conflict') {
    return (
      <div className="save-banner" role="alert">
        <p>
          <strong>这份报告在别的窗口里改过（{clock(current.stored.savedAt)}）。</strong>
          为免覆盖，本窗口的内容没有保存。请选一种：
        </p>
        <span className="row">
          <button type="button" className="button button-small button-main" onClick={onKeepBoth}>
            两份都留（本窗口另存一份）
          </button>
          <button type="button" className="button button-small" onClick={onTakeStored}>
            用已保存的，放弃本窗口的
          </button>
          <button type="button" className="button button-small" onClick={onOverwrite}>
            用本窗口的，替换已保存的
          </button>
        </span>
      </div>
    );
  }
  return null;
}
