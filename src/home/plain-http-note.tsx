// On plain http browsers withhold what they keep for secure addresses. Said once, with what to do, until the person has seen it.
import { type ReactNode, useState } from 'react';
import type { TextStore } from '../storage/journal.ts';

/** `name` is the database's: it keeps what was seen apart from other places'. */
export function PlainHttpNote({ store, name }: { store: () => TextStore; name: string }): ReactNode {
  const key = `${name}/plain-http-seen`;
  const [isSeen, setSeen] = useState(() => isNoted(store, key));
  if (isSeen) return null;
  return (
    <section className="notice" aria-labelledby="plain-http">
      <strong id="plain-http">这个网址以 http 开头，浏览器因此少给几样功能。</strong>
      <p className="small">
        填写、核对、保存、导出都照常，草稿照样存在这台电脑里。少的是：断网时打不开本页；浏览器不答应长期保留草稿；不能自动备份到文件夹。请每天“备份全部”。
      </p>
      <p className="small">
        想都用上：请单位的管理员把网址换成 https
        开头的，或者用单文件版（nianbao-tianbao.html，放在自己电脑里双击打开，断网也能用）。换网址、换单文件版之前先“备份全部”，换过去再“恢复备份”：那边看不到这里的草稿。
      </p>
      <button
        type="button"
        className="button button-small"
        data-action="plain-http-seen"
        onClick={() => {
          note(store, key);
          setSeen(true);
        }}
      >
        知道了
      </button>
    </section>
  );
}

function isNoted(store: () => TextStore, key: string): boolean {
  try {
    return store().getItem(key) !== null;
  } catch {
    return false;
  }
}

function note(store: () => TextStore, key: string): void {
  try {
    store().setItem(key, 'seen');
  } catch {
    // It is said again the next time.
  }
}
