// Draws who ran the most copied paragraphs when: a row a paragraph, a dot an article.
(() => {
  const figure = document.getElementById("timeline");
  if (!figure) return;
  const stories = JSON.parse(document.getElementById("data").textContent).copied
    .map((story, i) => ({
      rank: i + 1,
      text: story.text,
      runs: story.runs.filter(run => run.at).map(run => ({...run, at: new Date(run.at)})),
    }))
    .filter(story => story.runs.length > 0);
  if (stories.length === 0) return;

  const width = 1000, left = 300, right = 24, top = 10, row = 34;
  const height = top + row * stories.length + 34;
  const all = stories.flatMap(story => story.runs);
  const outlets = d3.rollups(all, runs => runs.length, run => run.source)
    .sort((a, b) => b[1] - a[1]).map(([outlet]) => outlet);
  const colour = outlet => `var(--c${Math.min(outlets.indexOf(outlet), 9)})`;
  const named = outlet => outlet || "(no outlet)";
  const minute = d3.utcFormat("%-d %b %H:%M");
  const tick = at => (d3.utcDay(at) < at ? d3.utcFormat("%H:%M") : d3.utcFormat("%a %-d %b"))(at);
  const x = d3.scaleUtc(d3.extent(all, run => run.at), [left, width - right]).nice();

  const legend = d3.select(figure).insert("ul", "figcaption").attr("class", "legend");
  outlets.slice(0, 9).forEach(outlet => {
    const entry = legend.append("li");
    entry.append("i").style("background", colour(outlet));
    entry.append("span").text(named(outlet));
  });
  if (outlets.length > 9) {
    const entry = legend.append("li");
    entry.append("i").style("background", "var(--c9)");
    entry.append("span").text(`${outlets.length - 9} others`);
  }

  const svg = d3.select(figure).insert("svg", "figcaption")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "img")
    .attr("aria-label", `When ${stories.length} paragraphs were run; the lists below give the times`);
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 30})`)
    .call(d3.axisBottom(x).ticks(8).tickFormat(tick).tickSize(-(height - 40)));

  const rows = svg.selectAll("g.story").data(stories).join("g").attr("class", "story")
    .attr("transform", (_, i) => `translate(0,${top + row * i + row / 2})`);
  const label = rows.append("a").attr("href", story => `#copied-${story.rank}`);
  label.append("title").text(story => story.text);
  label.append("text").attr("dy", ".35em").text(story => {
    const short = story.text.slice(0, 38);
    return `${story.rank}. ${short}${story.text.length > 38 ? "…" : ""}`;
  });
  rows.append("line").attr("stroke", "var(--line)").attr("stroke-width", 2)
    .attr("x1", story => x(story.runs[0].at)).attr("x2", story => x(story.runs.at(-1).at));

  // Articles minutes apart would cover each other: later ones step down.
  rows.each(story => {
    let last = -99, lane = 0;
    story.runs.forEach(run => {
      lane = x(run.at) - last < 9 ? (lane + 1) % 3 : 0;
      last = x(run.at);
      run.dy = [0, 9, -9][lane];
    });
  });
  rows.selectAll("circle").data(story => story.runs).join("circle")
    .attr("cx", run => x(run.at)).attr("cy", run => run.dy)
    .attr("r", (_, i) => i === 0 ? 7 : 5)
    .attr("fill", (run, i) => i === 0 ? "var(--raised)" : colour(run.source))
    .attr("stroke", run => colour(run.source)).attr("stroke-width", (_, i) => i === 0 ? 3.5 : 1)
    .append("title").text(run => `${named(run.source)}, ${minute(run.at)} UTC: ${run.title || run.articleId}`);
  figure.hidden = false;
})();
