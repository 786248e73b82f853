// Draws the actor network: to drag, to zoom, and to walk through by keyboard.
(() => {
  const figure = document.getElementById("graph");
  if (!figure) return;
  const {actors, links} = JSON.parse(document.getElementById("data").textContent).network;
  const byId = new Map(actors.map(actor => [actor.id, actor]));
  const edges = links.map(link => ({...link, source: byId.get(link.a), target: byId.get(link.b)}));
  const width = 1000, height = 640;
  const number = new Intl.NumberFormat("en");
  const field = id => document.getElementById(id);
  const least = field("least");
  const articles = n => `${number.format(n)} ${n === 1 ? "article" : "articles"}`;

  const size = d3.scaleSqrt([0, d3.max(actors, actor => actor.articles)], [40, 620]);
  const shapes = {person: d3.symbolCircle, state: d3.symbolSquare, organisation: d3.symbolDiamond};
  const shape = d3.symbol()
    .type(actor => shapes[actor.type] || d3.symbolTriangle)
    .size(actor => size(actor.articles));
  const radius = actor => Math.sqrt(size(actor.articles) / Math.PI) + 3;
  const thickest = d3.max(edges, edge => edge.nRaw);
  const thickness = d3.scaleSqrt([0, thickest], [0, 7]);
  const count = edge => field("count-copies").checked ? edge.nRaw : edge.nDistinct;

  const svg = d3.select("#drawing").append("svg").attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "group").attr("aria-label", "Network of actors; arrow keys go from actor to actor");
  const ground = svg.append("g");
  const lines = ground.append("g").selectAll("line").data(edges).join("line").attr("class", "link");
  lines.append("title");
  const nodes = ground.append("g").selectAll("g").data(actors).join("g")
    .attr("class", actor => `node ${shapes[actor.type] ? actor.type : ""}`)
    .attr("role", "img").attr("tabindex", (_, i) => i === 0 ? 0 : -1)
    .attr("aria-label", actor => sentence(actor));
  nodes.append("path").attr("d", shape);
  nodes.append("text").attr("y", actor => radius(actor) + 9).text(actor => actor.name);

  const forces = d3.forceSimulation(actors)
    .force("link", d3.forceLink(edges).distance(105).strength(edge => .08 + .4 * edge.nDistinct / thickest))
    .force("charge", d3.forceManyBody().strength(-260).distanceMax(420))
    .force("collide", d3.forceCollide(actor => radius(actor) + 20))
    .force("x", d3.forceX(width / 2).strength(.055)).force("y", d3.forceY(height / 2).strength(.085))
    .stop();
  forces.tick(400);
  forces.on("tick", place);

  const zoom = d3.zoom().scaleExtent([.3, 6])
    // A page that scrolls must not be caught by the drawing.
    .filter(event => event.type !== "wheel" ? !event.button : event.ctrlKey || event.metaKey)
    .on("zoom", event => ground.attr("transform", event.transform));
  svg.call(zoom).on("dblclick.zoom", null);
  field("zoom-in").onclick = () => zoom.scaleBy(svg, 1.4);
  field("zoom-out").onclick = () => zoom.scaleBy(svg, 1 / 1.4);
  field("zoom-all").onclick = fit;
  nodes.call(d3.drag()
    .on("start", () => forces.alphaTarget(.2).restart())
    .on("drag", (event, actor) => { actor.fx = event.x; actor.fy = event.y; })
    .on("end", (event, actor) => { forces.alphaTarget(0); actor.fx = actor.fy = null; }));

  nodes.on("click focus", (_, actor) => choose(actor)).on("keydown", walk);
  field("count-copies").onchange = weigh;
  least.max = Math.min(9, d3.max(edges, edge => edge.nDistinct));
  least.oninput = weigh;

  figure.hidden = false;
  place();
  weigh();
  fit();

  function neighbours(actor) {
    return edges.filter(edge => count(edge) >= least.value && (edge.source === actor || edge.target === actor))
      .sort((a, b) => count(b) - count(a))
      .map(edge => ({edge, other: edge.source === actor ? edge.target : edge.source}));
  }

  function sentence(actor) {
    const strongest = neighbours(actor).slice(0, 6)
      .map(({edge, other}) => `${other.name} ${number.format(edge.nDistinct)} (as printed ${number.format(edge.nRaw)})`);
    return `${actor.name}, ${actor.type}, in ${articles(actor.articles)}. With ${strongest.join(", ") || "nobody shown"}.`;
  }

  function choose(actor) {
    const near = neighbours(actor);
    const kept = new Set([actor, ...near.map(({other}) => other)]);
    const bright = new Set(near.map(({edge}) => edge));
    nodes.classed("faded", other => !kept.has(other)).classed("chosen", other => other === actor)
      .attr("tabindex", other => other === actor ? 0 : -1);
    lines.classed("near", edge => bright.has(edge)).classed("faded", edge => !bright.has(edge));
    field("chosen").textContent = sentence(actor);
  }

  // The arrow keys go to the nearest actor in their direction, Escape lets go.
  function walk(event, actor) {
    const way = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]}[event.key];
    if (event.key === "Escape") {
      nodes.classed("faded chosen", false);
      lines.classed("faded near", false);
      field("chosen").textContent = "";
    }
    if (!way) return;
    event.preventDefault();
    const next = d3.least(actors.filter(other => other !== actor && shown(other)), other => {
      const ahead = (other.x - actor.x) * way[0] + (other.y - actor.y) * way[1];
      const aside = Math.abs((other.x - actor.x) * way[1] + (other.y - actor.y) * way[0]);
      return ahead > 1 ? ahead + 2 * aside : Infinity;
    });
    if (next) nodes.filter(other => other === next).node().focus();
  }

  function shown(actor) {
    return edges.some(edge => count(edge) >= least.value && (edge.source === actor || edge.target === actor));
  }

  function weigh() {
    field("least-shown").textContent = articles(Number(least.value));
    lines.attr("stroke-width", edge => Math.max(1, thickness(count(edge))))
      .attr("display", edge => count(edge) >= least.value ? null : "none");
    lines.select("title").text(edge => `${edge.source.name} and ${edge.target.name}: `
      + `${articles(edge.nDistinct)}, ${number.format(edge.nRaw)} as printed`);
    nodes.attr("display", actor => shown(actor) ? null : "none")
      .attr("aria-label", sentence);
  }

  function place() {
    lines.attr("x1", edge => edge.source.x).attr("y1", edge => edge.source.y)
      .attr("x2", edge => edge.target.x).attr("y2", edge => edge.target.y);
    nodes.attr("transform", actor => `translate(${actor.x},${actor.y})`);
  }

  function fit() {
    const [west, east] = d3.extent(actors, actor => actor.x);
    const [north, south] = d3.extent(actors, actor => actor.y);
    const scale = Math.min(1.35, (width - 120) / (east - west + 1), (height - 110) / (south - north + 1));
    const middle = d3.zoomIdentity.translate(width / 2, height / 2 - 8).scale(scale)
      .translate(-(west + east) / 2, -(north + south) / 2);
    svg.call(zoom.transform, middle);
  }
})();
