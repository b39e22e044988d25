// The document of the bench in React Flow, as its guide does it: memoised custom nodes, sub-flows, stable callbacks.
import { Handle, MarkerType, Position, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { memo, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import "@xyflow/react/dist/style.css";
import "./app.css";

const design = JSON.parse(localStorage.getItem("ninepins.design"));
const isLive = location.search === "?live";
const CONTAINERS = ["region", "vpc", "az", "subnet"];
const CARD = [176, 56];

/** Figures outside React, so that ten changes a second render the lines alone. */
const figures = {
  tick: 0,
  listeners: new Set(),
  subscribe: (listener) => {
    figures.listeners.add(listener);
    return () => figures.listeners.delete(listener);
  },
  snapshot: () => figures.tick,
};
if (isLive) {
  setInterval(() => {
    figures.tick += 1;
    figures.listeners.forEach((listener) => listener());
  }, 100);
}

const Line = memo(function Line({ seed }) {
  const tick = useSyncExternalStore(figures.subscribe, figures.snapshot);
  const rate = 40 + ((tick * 7 + seed * 13) % 90) / 10;
  const latency = 3 + ((tick * 3 + seed * 5) % 40) / 10;
  return <div className="line">{`${rate.toFixed(1)} req/s · ${latency.toFixed(1)} ms`}</div>;
});

const Card = memo(function Card({ id, data }) {
  return (
    <div className="card">
      <Handle type="target" position={Position.Left} />
      <svg className="tile" width="34" height="34" viewBox="0 0 24 24">
        <path d="M4 7h16M4 12h16M4 17h16M8 4v16" />
      </svg>
      <div>
        <div className="name">
          {data.kind} <small>{id}</small>
        </div>
        <Line seed={data.seed} />
      </div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

const Container = memo(function Container({ id, data }) {
  return (
    <div className={`container ${data.kind}`}>
      {data.kind} <small>{id}</small>
    </div>
  );
});

const nodeTypes = { card: Card, box: Container };
const depthOf = (part) => (part.in ? 1 + depthOf(design.parts[part.in]) : 0);

function nodes() {
  const entries = Object.entries(design.parts).sort((one, other) => depthOf(one[1]) - depthOf(other[1]));
  return entries.map(([id, part], seed) => {
    const [width, height] = part.size ?? CARD;
    const isBox = CONTAINERS.includes(part.kind);
    return {
      id,
      type: isBox ? "box" : "card",
      position: { x: part.at[0], y: part.at[1] },
      parentId: part.in,
      extent: part.in ? "parent" : undefined,
      width,
      height,
      data: { kind: part.kind, seed },
    };
  });
}

function edges() {
  return Object.entries(design.wires).map(([id, { from, to }]) => ({
    id,
    source: from,
    target: to,
    type: "smoothstep",
    markerEnd: { type: MarkerType.ArrowClosed },
  }));
}

const [firstNodes, firstEdges] = [nodes(), edges()];
const fitting = { padding: 0.02 };

function App() {
  const [nodes, , onNodesChange] = useNodesState(firstNodes);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.05}
      fitView
      fitViewOptions={fitting}
    />
  );
}

createRoot(document.getElementById("root")).render(<App />);
