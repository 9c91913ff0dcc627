// The head of the list: what the app is, and the two ways to begin.
import type { ReactNode } from 'react';
import { NewButton } from './new-button.tsx';

type Props = {
  /** Opened from a web server without encryption: there is no offline use. */
  isPlainHttp: boolean;
  onNew: () => void;
  onFiles: (files: readonly File[]) => void;
};

export function HomeHead({ isPlainHttp, onNew, onFiles }: Props): ReactNode {
  return (
    <header className="home-head">
      <div>
        <h1>年报填报</h1>
        <p>政府信息公开工作年度报告：分步填写，边填边核对，草稿存在本机{isPlainHttp ? '' : '，不联网也能用'}。</p>
      </div>
      <div className="row home-actions">
        <NewButton action="new" onOpen={onNew}>
          新建报告
        </NewButton>
        <label className="button import-button">
          导入文件
          <input
            type="file"
            multiple
            accept=".docx,.html,.htm,.txt,.xlsx,.json,.doc,.wps,.pdf"
            className="visually-hidden"
            data-action="import"
            onChange={({ target }) => {
              onFiles([...(target.files ?? [])]);
              // The same file chosen again should be read again.
              target.value = '';
            }}
          />
        </label>
      </div>
    </header>
  );
}
