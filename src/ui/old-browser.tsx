// Says at the start that the browser is older than this was made for: filling in works in some of them, other things fail with
// messages that cannot know why.
import { type ReactNode, useState } from 'react';

/**
 * Whether it lacks what came last of what Chromium 98, Firefox 94 and Safari 15.4 brought; nothing that the app needs came between
 * these and Chromium 100 and Firefox 102.
 */
function isTooOld(scope: object): boolean {
  return !('structuredClone' in scope);
}

export function OldBrowser(): ReactNode {
  const [isShown, setShown] = useState(() => isTooOld(window));
  if (!isShown) return null;
  return (
    <div className="bottom-bar" role="alert">
      <span>
        这个浏览器太旧：填数、保存可以用，定稿、导入导出等可能不成。请换用 2022 年 4
        月以后的浏览器（Chrome、Edge、360、奇安信 100 版以上，Firefox 102 以上，Safari 15.4
        以上）。换之前，先用“备份全部”把草稿带过去。
      </span>
      <button type="button" className="button button-small" onClick={() => setShown(false)}>
        知道了
      </button>
    </div>
  );
}
