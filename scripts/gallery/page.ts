/** One drawn prompt of the page. All HTML in it is ready to be shown. */
export interface Figure {
  readonly id: string;
  readonly prompt: string;
  readonly revisedPrompt: string;
  readonly seconds: number;
  /** What the prompt starts from. */
  readonly before?: readonly string[];
  readonly after: string;
  readonly more?: string;
}

export function figureHtml({ id, prompt, revisedPrompt, seconds, before = [], after, more = '' }: Figure): string {
  const from = before.length === 0 ? '' : `<div class="before">${before.join('')}</div>`;
  return `<figure id="${id}">${from}${after}<figcaption><b>${escapeHtml(prompt)}</b><br>${escapeHtml(revisedPrompt)}<br><small>${id} · ${seconds.toFixed(1)} s</small>${more}</figcaption></figure>`;
}

export function pageHtml(title: string, figures: readonly string[], head = ''): string {
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
body { font: 15px/1.5 system-ui, sans-serif; background: #16161c; color: #ddd; margin: 24px } main { display: grid; grid-template-columns: repeat(auto-fill, minmax(520px, 1fr)); gap: 24px }
figure { margin: 0; background: #1f1f28; border-radius: 10px; overflow: hidden } img, video, svg { width: 100%; display: block } svg { height: 80px } figcaption { padding: 12px 16px }
.frames { display: grid; grid-template-columns: repeat(5, 1fr) } .before { opacity: .75; border-bottom: 4px solid #8f7bff } small { opacity: .6 } ul { list-style: none; margin: 8px 0 0; padding: 0 } .lacks { color: #ff8f7b }</style>${head}<main>${figures.join('\n')}</main>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
