// What is shown instead of the list as long as there is no report: what to do, and a sample to look at.
import type { ReactNode } from 'react';
import { NewButton } from './new-button.tsx';

export function FirstRun({ onNew, onSample }: { onNew: () => void; onSample: () => void }): ReactNode {
  return (
    <section className="card first-run" aria-labelledby="first-run">
      <h2 id="first-run">还没有报告</h2>
      <ol>
        <li>
          <b>新建</b>
          填机关全称和年度，八个步骤任意顺序填。有去年的报告，先导入它，上年结转会自动核对。
        </li>
        <li>
          <b>填写</b>
          表格可以用键盘，也可以从 Excel、WPS 粘贴；合计自动算，勾稽关系随时核对。
        </li>
        <li>
          <b>导出</b>
          打印成公文版式，导出 Word 送审、网页发布、Excel 和数据文件交给上级。
        </li>
      </ol>
      <p className="soft">每次输入都会自动存在这台电脑的浏览器里，不上传到任何地方。换电脑时用“导出”“导入”带走。</p>
      <div className="row">
        <NewButton onOpen={onNew}>新建第一份报告</NewButton>
        <button type="button" className="button" onClick={onSample}>
          先看一份填好的示例
        </button>
      </div>
    </section>
  );
}
