// Lines that a web site, or the data sheet of a document, puts round an article. They are no part of a report.

/** What no sentence of a report begins with. */
const surely =
  /^(?:【?(?:发布|更新|发文|生成|公开|成文|印发|上传|录入)(?:时间|日期)|索引号|信息索引|信息分类|主题分类|体裁分类|服务对象|发布机构|发文机关|发文字号|公开形式|公开方式|公开范围|信息名称|信息来源|文章来源|稿件来源|责任编辑|责任审核|初审|复审|终审|浏览(?:次数|人数|量|数)?|阅读(?:次数|量|数|人数)?|点击(?:次数|率|量|数)?|访问(?:次数|量)|字号|字体|视力保护色?|当前位置|您?(?:现在|当前|目前)?(?:的|所在的?)?位置|上一篇|下一篇|上一条|下一条|网站标识码|政府网站标识码|备案号|版权所有|主办(?:单位)?|承办(?:单位)?|技术支持)\s*[:：】\]>]|^[[【（(]?\s*(?:大\s*[\s|,，、]\s*中\s*[\s|,，、]\s*小|A\+?\s*A-?)\s*[\]】)）]?$|^[[【（(]?(?:打印(?:本页|文章|此页|页面)?|关闭(?:本页|窗口|此页)?|收藏(?:本页|此页)?|返回(?:顶部|上一页|首页)?|我要纠错|纠错|分享|字体)[^。]{0,16}[\]】)）]?$|^(?:打印本页|关闭窗口|关闭本页|扫一扫|分享(?:到|至)|版权所有|网站标识码|返回顶部|网站地图|联系我们|无障碍|长者(?:模式|版)|适老|相关(?:链接|附件|文章|阅读|信息|稿件|文档)\s*[:：]?$)|ICP备|公网安备|Copyright|©/i;

/** Words of the same kind that a sentence of a report may begin with too: they count only round the text. */
const perhaps =
  /^(?:文号|名称|主题词|关键词|来源|作者|编辑|审核|时间|日期|有效性|打印|上一篇|下一篇|相关(?:链接|附件|文章|阅读|信息))\s*[:：】\]]|^(?:上一篇|下一篇|首页(?:\s|>|$))|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/i;

/** 首页 > 政务公开 > 年报 */
const crumbs =
  /^[^。；]{0,40}(?:首页|主页|网站)[^。；]{0,12}(?:>|»|›|→|\/|::)[^。；]{1,80}$|^[^。；>]{1,30}>[^。；>]{1,30}>[^。；]{1,60}$/;

const longest = 160;

/** Whether a line is a site's wherever it stands. */
export function isSiteLine(text: string): boolean {
  return text.length <= longest && !/。.*\p{L}/su.test(text) && (surely.test(text) || crumbs.test(text));
}

/** Whether a line before or after the text is a site's. */
export const isEdgeLine = (text: string): boolean => isSiteLine(text) || (text.length <= longest && perhaps.test(text));
