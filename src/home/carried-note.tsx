// Of the single edition, opened from a file: where its drafts are, and what makes them go out of sight.
import type { ReactNode } from 'react';

export function CarriedNote(): ReactNode {
  return (
    <section className="notice" aria-labelledby="carried">
      <strong id="carried">这是单文件版：草稿跟着这个文件的位置走。</strong>
      <p className="small">
        草稿存在本机的这个浏览器里，只有从现在这个位置打开这个文件才看得到。移动文件、给文件或文件夹改名、清理浏览器数据、换一个浏览器，草稿都不会再显示。请先把文件放到固定的文件夹再开始填，并经常导出数据文件或“备份全部”留底；要换位置、换电脑，也先备份，再到新的地方恢复。
      </p>
    </section>
  );
}
