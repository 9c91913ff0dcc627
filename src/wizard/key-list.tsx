// The list of keys, opened with ?.
import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['↑ ↓ ← →', '移到相邻的格（编辑一格时，← → 移动光标）'],
  ['Tab / Shift+Tab', '下一格 / 上一格'],
  ['Enter / Shift+Enter', '向下 / 向上（可改为向右 / 向左）'],
  ['直接输入', '替换这一格原来的内容'],
  ['F2 或单击', '在原内容上修改'],
  ['Delete', '清除选中的格；清除手填的总计，就恢复自动计算'],
  ['Esc', '恢复这一格原来的内容'],
  ['Shift+方向键，或拖动', '选中一片格'],
  ['Ctrl+C / Ctrl+X / Ctrl+V', '复制 / 剪切 / 粘贴，可与 Excel、WPS 表格互相复制'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['Home / End', '本行第一格 / 最后一格（加 Ctrl：全表）'],
  ['Ctrl+D / Ctrl+R', '向下 / 向右填充'],
  ['Ctrl+Enter', '把这一格的数填入选中的格'],
  ['PageUp / PageDown', '上移 / 下移 10 行'],
  ['Ctrl+空格 / Shift+空格', '选中整列 / 整行'],
  ['Ctrl+A', '选中全表'],
  ['F1', '这一格的栏目是什么意思（也可点栏目旁的 ?）'],
  ['?', '打开本表'],
];

export function KeyList({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Dialog label="快捷键" onClose={onClose}>
      <div className="stack">
        <h2>快捷键</h2>
        <dl className="key-list">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <div className="row">
          <button type="button" className="button button-main" onClick={onClose}>
            知道了
          </button>
        </div>
      </div>
    </Dialog>
  );
}
