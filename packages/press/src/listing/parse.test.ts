import { describe, expect, test } from 'vitest';
import { parseListPage } from './parse.ts';

const titles = [
  'Tỉnh công bố kế hoạch xây cầu vượt sông trong năm tới',
  'Nông dân ba xã ven biển chuyển sang nuôi tôm công nghệ cao',
  'Hơn hai nghìn học sinh trở lại trường sau đợt mưa lũ kéo dài',
];
const url = 'https://bao.vn/thoi-su';
const page = `<html><body><nav><ul><li><a href="/thoi-su">Thời sự</a></li><li><a href="/kinh-te">Kinh tế</a></li></ul></nav>
  <div class="list">${titles.map((title, index) => `<article class="item"><a href="/tin-${1000 + index}.html"><img src="a.jpg"></a><h3><a href="/tin-${1000 + index}.html?utm_source=home">${title}</a></h3><time datetime="2026-11-2${index}">x</time></article>`).join('')}</div>
  <footer><a href="/lien-he">Liên hệ quảng cáo trên báo điện tử của chúng tôi</a><a href="https://khac.vn/tin-999.html">Trang khác với một tiêu đề dài như bài viết</a></footer></body></html>`;

describe('a list page', () => {
  test('headline links are found without being told where they are', () => {
    expect(parseListPage(page, url).map((link) => [link.title, link.publishedAt])).toEqual(
      titles.map((title, index) => [title, `2026-11-2${index}`]),
    );
  });

  test('with selectors, exactly what they name', () => {
    const links = parseListPage(page, url, { item: 'article.item', title: 'h3', date: 'time' });
    expect(links.map((link) => link.title)).toEqual(titles);
    expect(links[0]).toMatchObject({ url: 'https://bao.vn/tin-1000.html?utm_source=home', publishedAt: '2026-11-20' });
  });

  test('Chinese headlines are short and headlines all the same', () => {
    const list = ['沿海公路恢复通车', '外交部否认外国报纸报道', '渔民担心捕捞量下降', '新工厂明年春天投产']
      .map((title, index) => `<li><a href="/news/2026-11/2${index}/content_${index}0001.htm">${title}</a></li>`)
      .join('');
    expect(parseListPage(`<ul class="news">${list}</ul>`, 'https://bao.cn/')).toHaveLength(4);
  });

  test('a page without headlines gives none', () => {
    expect(parseListPage('<p>Không có bài.</p><a href="/">Trang chủ</a>', url)).toEqual([]);
    expect(parseListPage('<div>'.repeat(5000), url)).toEqual([]);
  });
});
