// Loaded before the app, as a script of its own: sees whether the app's script ran to its end. If it did not, the page
// says so instead of staying white, and the service worker is told, which then gives way to a version that starts.
const tried = 'nianbao-start-failed';

// Scripts of a page run before it counts as loaded. One that throws, or lacks a part, never sets this mark (src/main.tsx).
addEventListener('load', () => {
  if ('started' in document.documentElement.dataset) {
    sessionStorage.removeItem(tried);
    return;
  }
  const words = document.createElement('p');
  words.className = 'page-problem';
  words.setAttribute('role', 'alert');
  words.textContent =
    '程序没有启动成功。填过的草稿还在这台电脑的浏览器里，没有丢。请刷新本页再试；还是不行，可能是浏览器太旧（要 Chrome、Edge、360、奇安信 100 版以上，Firefox 102 以上），或请联系管理员。不要清除浏览器数据，清除了草稿就没有了。';
  document.body.prepend(words);
  // Once more as it is: a start that was interrupted says nothing about the version.
  if (!sessionStorage.getItem(tried)) {
    sessionStorage.setItem(tried, '1');
    location.reload();
    return;
  }
  const { serviceWorker } = navigator;
  // The app's own script comes first.
  const script = document.querySelector<HTMLScriptElement>('script[type=module]');
  serviceWorker?.addEventListener('message', ({ data }) => data === 'reload' && location.reload());
  serviceWorker?.controller?.postMessage({ failed: script?.src });
});
