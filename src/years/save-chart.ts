// A chart as a file: SVG as it is drawn, or PNG at twice its size, for a 图解 or a slide.
import { download } from '../ui/download.ts';

export function saveSvg(svg: SVGSVGElement, name: string): void {
  download(`${name}.svg`, textOf(svg), 'image/svg+xml');
}

/** Rejects when the browser cannot draw it. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([textOf(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    const { width, height } = svg.viewBox.baseVal;
    image.width = width * 2;
    image.height = height * 2;
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('no PNG');
    download(`${name}.png`, png, 'image/png');
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** With a size of its own: without one, some browsers draw nothing. */
function textOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}
