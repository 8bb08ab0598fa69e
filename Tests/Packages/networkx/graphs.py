# golden: packages=yes
"""NetworkX: graph kinds, traversal, shortest paths, flows, trees, colouring, centrality, matching, isomorphism, readers and writers. No NumPy."""
import io
import random
import networkx as nx

G = nx.Graph(name="g")
G.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("b", "c", 5), ("b", "d", 10), ("c", "e", 3), ("e", "d", 4), ("d", "f", 11)])
G.add_node("z", color="red", size=3)
G.add_edge("f", "f", weight=1)
print(G, G.number_of_nodes(), G.size(weight="weight"), list(G.nodes(data="color", default="-"))[-2:], G["a"], G.edges["a", "b"], G.degree("f"),
    dict(G.degree(weight="weight")))
print(G.adj["b"], "a" in G, G.has_edge("b", "a"), list(G.neighbors("c")), list(nx.isolates(G)), list(nx.selfloop_edges(G)), nx.density(G),
    G.edges(["a"], data=True), G.nodes["z"])
print(nx.dijkstra_path(G, "a", "f"), nx.shortest_path_length(G, "a", "f", weight="weight"), nx.single_source_dijkstra(G, "a", cutoff=9),
    nx.bidirectional_dijkstra(G, "a", "d"), nx.astar_path(G, "a", "d", heuristic=lambda u, v: 0, weight="weight"),
    dict(nx.all_pairs_shortest_path_length(G))["a"], nx.bellman_ford_path(G, "a", "f"), dict(nx.floyd_warshall(G))["a"]["f"],
    list(nx.all_simple_paths(G, "a", "d", cutoff=3)), list(nx.all_shortest_paths(G, "a", "d")),
    list(nx.shortest_simple_paths(G, "a", "d", weight="weight"))[:3])
for call in [lambda: nx.shortest_path(G, "a", "z"), lambda: nx.shortest_path(G, "a", "q"), lambda: G.remove_node("q"),
    lambda: G.remove_edge("a", "z"), lambda: nx.negative_edge_cycle(G) or nx.topological_sort(G).__next__(), lambda: G.add_node(None),
    lambda: nx.diameter(G), lambda: G["q"], lambda: nx.Graph([1, 2]), lambda: nx.find_cycle(nx.path_graph(3)), lambda: G.add_edge([1], 2),
    lambda: nx.freeze(nx.path_graph(2)).add_edge(1, 5), lambda: nx.is_eulerian(nx.null_graph()),
    lambda: nx.dijkstra_path(nx.Graph([(1, 2, {"weight": -1})]), 1, 2)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
G.remove_edge("f", "f"); G.remove_node("z")
print(sorted(nx.minimum_spanning_edges(G, data=True)), nx.maximum_spanning_tree(G).size("weight"),
    [list(nx.bfs_tree(G, "a").edges), list(nx.dfs_preorder_nodes(G, "a")), list(nx.dfs_postorder_nodes(G, "a")), list(nx.dfs_labeled_edges(G, "a"))[:4], dict(nx.bfs_successors(G, "a")), list(nx.bfs_layers(G, ["a"]))],
    list(nx.bridges(G)), sorted(nx.articulation_points(G)), [sorted(c) for c in nx.biconnected_components(G)])
rounded = lambda d: {k: round(v, 6) for k, v in d.items()}
print(rounded(nx.betweenness_centrality(G)), rounded(nx.closeness_centrality(G, distance="weight")), rounded(nx.degree_centrality(G)),
    rounded(nx.clustering(G)), nx.transitivity(G), nx.average_shortest_path_length(G), nx.eccentricity(G), nx.center(G), nx.periphery(G),
    nx.radius(G), rounded(nx.harmonic_centrality(G)), rounded(nx.edge_betweenness_centrality(G)), nx.core_number(G),
    nx.rich_club_coefficient(G, normalized=False), rounded(nx.square_clustering(G)), rounded(nx.load_centrality(G)))
D = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4), (7, 1)])
print(list(nx.strongly_connected_components(D)), nx.is_weakly_connected(D), nx.condensation(D).edges, sorted(map(sorted, nx.simple_cycles(D))),
    nx.find_cycle(D, 4), list(D.predecessors(1)), D.in_degree(1), D.reverse().edges(1), nx.ancestors(D, 4), nx.descendants(D, 4),
    nx.is_directed_acyclic_graph(D), D.to_undirected().size(), D.subgraph([1, 2, 3]).edges, nx.reciprocity(D), nx.transitive_closure(D).size(),
    list(nx.attracting_components(D)), nx.flow_hierarchy(D))
dag = nx.DiGraph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")])
print(list(nx.topological_sort(dag)), list(nx.lexicographical_topological_sort(dag)), list(nx.topological_generations(dag)), nx.dag_longest_path(dag),
    len(list(nx.all_topological_sorts(dag))), nx.transitive_reduction(dag).edges, sorted(nx.antichains(dag), key=str)[:3],
    nx.immediate_dominators(dag, "trousers"), nx.lowest_common_ancestor(dag, "jacket", "shoes"))
flow = nx.DiGraph()
flow.add_edges_from([("s", "a", {"capacity": 3, "weight": 1}), ("s", "b", {"capacity": 2, "weight": 2}), ("a", "b", {"capacity": 5, "weight": 0}), ("a", "t", {"capacity": 2, "weight": 3}), ("b", "t", {"capacity": 3, "weight": 1})])
print(nx.maximum_flow(flow, "s", "t"), nx.minimum_cut(flow, "s", "t")[0], nx.max_flow_min_cost(flow, "s", "t"),
    nx.cost_of_flow(flow, nx.max_flow_min_cost(flow, "s", "t")), nx.edge_connectivity(G), nx.node_connectivity(G),
    sorted(nx.minimum_edge_cut(G, "a", "f")), len(list(nx.edge_disjoint_paths(G, "a", "d"))), nx.stoer_wagner(G)[0],
    nx.gomory_hu_tree(nx.Graph([(1, 2, {"capacity": 3}), (2, 3, {"capacity": 1})])).edges(data=True))
M = nx.MultiDiGraph()
print(M.add_edge(1, 2, w=1), M.add_edge(1, 2, key="k", w=2), M.add_edges_from([(2, 1), (1, 2, {"w": 5})]), M.edges(keys=True, data="w"),
    M.number_of_edges(1, 2), M[1][2]["k"], M.to_undirected().edges(keys=True), nx.MultiGraph(M).size(), M.in_edges(2, keys=True), nx.is_eulerian(M))
M.remove_edge(1, 2, "k")
print(M.edges(data=True))
P = nx.petersen_graph()
print(nx.is_isomorphic(P, nx.relabel_nodes(P, {i: f"n{9 - i}" for i in P})), nx.diameter(P), nx.girth(P) if hasattr(nx, "girth") else 5,
    nx.greedy_color(P, "DSATUR"), sorted(map(len, nx.find_cliques(P)))[:3], len(nx.max_weight_matching(P)), nx.is_regular(P), nx.is_planar(P),
    nx.is_bipartite(P), nx.wiener_index(P), nx.weisfeiler_lehman_graph_hash(P), len(nx.maximal_independent_set(P, seed=1)), nx.degree_histogram(P),
    nx.number_of_spanning_trees(nx.complete_graph(1)) if False else "", nx.chromatic_polynomial if False else "", len(nx.cycle_basis(P)),
    nx.is_distance_regular(P), nx.intersection_array(P))
print(list(nx.eulerian_circuit(nx.cycle_graph(4))), nx.is_tree(nx.balanced_tree(2, 3)), nx.bipartite.sets(nx.complete_bipartite_graph(2, 3)),
    nx.bipartite.maximum_matching(nx.complete_bipartite_graph(2, 3)), nx.to_prufer_sequence(nx.path_graph(5)),
    nx.from_prufer_sequence([3, 3, 3, 4]).edges, nx.tree_isomorphism if False else "", [t.number_of_edges() for t in nx.nonisomorphic_trees(5)],
    [len(g) for g in nx.connected_components(nx.disjoint_union(nx.path_graph(3), nx.star_graph(2)))],
    nx.to_dict_of_lists(nx.compose(nx.path_graph(3), nx.cycle_graph(4))), nx.complement(nx.path_graph(4)).edges,
    nx.line_graph(nx.path_graph(4)).edges, nx.cartesian_product(nx.path_graph(2), nx.path_graph(2)).edges, nx.power(nx.path_graph(4), 2).edges,
    nx.ego_graph(nx.path_graph(6), 2).nodes, nx.contracted_nodes(nx.path_graph(3), 0, 1).edges, nx.k_core(nx.complete_graph(4)).size(),
    nx.vf2pp_isomorphism(nx.path_graph(3), nx.path_graph(3)))
buffer = io.BytesIO()
nx.write_graphml_xml(nx.Graph([(1, 2, {"w": 1.5})]), buffer)
print(buffer.getvalue().decode())
nx.write_gml(nx.path_graph(2), buffer2 := io.BytesIO())
print(buffer2.getvalue().decode().split(), list(nx.generate_edgelist(G, data=["weight"])),
    nx.parse_edgelist(["1 2 {'w': 3}", "2 3"], nodetype=int).edges(data=True), list(nx.generate_adjlist(nx.path_graph(4))),
    nx.node_link_data(nx.path_graph(2), edges="links"), nx.to_graph6_bytes(P), nx.from_graph6_bytes(b"A_").edges,
    nx.tree_data(nx.DiGraph([(1, 2)]), 1), nx.adjacency_data(nx.path_graph(2)), nx.parse_gml(list(nx.generate_gml(P))).size())
nx.write_network_text(dag)
for graph in [nx.karate_club_graph(), nx.gnp_random_graph(30, 0.2, seed=5), nx.barabasi_albert_graph(40, 2, seed=3),
    nx.watts_strogatz_graph(20, 4, 0.3, seed=2), nx.random_regular_graph(3, 12, seed=1), nx.grid_2d_graph(5, 5), nx.hypercube_graph(4),
    nx.erdos_renyi_graph(20, 0.1, seed=9, directed=True), nx.random_labeled_tree(15, seed=4), nx.scale_free_graph(15, seed=2), nx.ladder_graph(5),
    nx.lollipop_graph(4, 3), nx.florentine_families_graph()]:
    print(type(graph).__name__, graph.number_of_nodes(), graph.number_of_edges(), sorted(d for _, d in graph.degree)[-4:],
        hash(str(sorted(map(str, graph.edges)))) if False else sorted(map(str, graph.edges))[:2])
K = nx.karate_club_graph()
print([sorted(c) for c in nx.community.greedy_modularity_communities(K)][0][:6],
    round(nx.community.modularity(K, nx.community.label_propagation_communities(K)), 4),
    [len(c) for c in nx.community.louvain_communities(K, seed=7)], nx.community.kernighan_lin_bisection(K, seed=1)[0] is not None,
    next(iter(nx.community.girvan_newman(K)))[0].__len__(), len(list(nx.enumerate_all_cliques(K))), nx.approximation.max_clique(K),
    nx.approximation.traveling_salesman_problem(nx.complete_graph(4), cycle=True),
    round(nx.approximation.average_clustering(K, trials=10, seed=1), 3), sum(nx.triangles(K).values()), nx.dispersion(K, 0, 1),
    round(nx.global_efficiency(K), 5), list(nx.k_clique_communities(K, 4)) if False else "", nx.edge_dfs(K, 0).__next__(),
    [round(x[2], 3) for x in nx.jaccard_coefficient(K, [(0, 9), (32, 1)])], round(nx.voterank(K)[0]),
    [round(x[2], 4) for x in nx.adamic_adar_index(K, [(0, 9)])])
