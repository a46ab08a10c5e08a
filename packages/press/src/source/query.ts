/** Address of a GDELT DOC 2.0 query over the last day, as a source of kind `gdelt`. Throws nothing; GDELT judges the query. */
export function gdeltUrl(query: string): string {
  const parameters = new URLSearchParams({
    query,
    mode: 'artlist',
    format: 'json',
    maxrecords: '250',
    timespan: '1d',
    sort: 'datedesc',
  });
  return `https://api.gdeltproject.org/api/v2/doc/doc?${parameters}`;
}

/** Address of a Google News search, as a source of kind `search-feed`. @param edition language and country of the edition */
export function searchFeedUrl(query: string, edition: { language: string; country: string }): string {
  const { language, country } = edition;
  const parameters = new URLSearchParams({ q: query, hl: language, gl: country, ceid: `${country}:${language}` });
  return `https://news.google.com/rss/search?${parameters}`;
}
