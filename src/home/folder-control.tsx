// The folder that backups are written into by themselves: chosen, asked for again, given up, and what went wrong with it.
import { type ReactNode, useEffect, useReducer } from 'react';
import type { AutoBackup } from '../storage/auto-backup.ts';

export function FolderControl({ autoBackup }: { autoBackup: AutoBackup }): ReactNode {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => autoBackup.watch(redraw), [autoBackup]);
  const state = autoBackup.state();
  if (state.kind === 'unavailable') return null;
  const choose = (
    <button type="button" className="button" data-action="backup-folder" onClick={() => void autoBackup.choose()}>
      {state.kind === 'off' ? '自动备份到文件夹…' : '换文件夹…'}
    </button>
  );
  if (state.kind === 'off') return choose;
  return (
    <>
      {choose}
      <button type="button" className="button" data-action="backup-stop" onClick={() => void autoBackup.stop()}>
        停止自动备份
      </button>
      {state.kind === 'on' && (
        <p className="small">
          自动备份到“{state.folder}”：每天一个文件，改动后十分钟内写入。文件名里的 {state.mark}{' '}
          是这个浏览器的记号，几个人可以选同一个文件夹，各写各的。
        </p>
      )}
      {state.kind === 'asks' && (
        <p className="small notice notice-doubt row">
          浏览器要您再点一下，才能继续写入“{state.folder}”。
          <button type="button" className="button button-small" onClick={() => void autoBackup.resume()}>
            继续自动备份
          </button>
        </p>
      )}
      {state.kind === 'failed' && (
        <p className="small notice notice-bad" role="alert">
          没能写入{state.folder && `“${state.folder}”`}（{state.reason}
          ）。文件夹可能已移走、已满或不让写。请换一个文件夹，或点“备份全部”。
        </p>
      )}
    </>
  );
}
