// Signatures and docstrings of the module `itertools`, as CPython 3.11 shows them.

enum ItertoolsDocs {
    static var module: StaticString {
        """
        Functional tools for creating and using iterators.

        Infinite iterators:
        count(start=0, step=1) --> start, start+step, start+2*step, ...
        cycle(p) --> p0, p1, ... plast, p0, p1, ...
        repeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times

        Iterators terminating on the shortest input sequence:
        accumulate(p[, func]) --> p0, p0+p1, p0+p1+p2
        chain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...
        chain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...
        compress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...
        dropwhile(pred, seq) --> seq[n], seq[n+1], starting when pred fails
        groupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)
        filterfalse(pred, seq) --> elements of seq where pred(elem) is False
        islice(seq, [start,] stop [, step]) --> elements from
               seq[start:stop:step]
        pairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...
        starmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...
        tee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n
        takewhile(pred, seq) --> seq[0], seq[1], until pred fails
        zip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...

        Combinatoric generators:
        product(p, q, ... [repeat=1]) --> cartesian product
        permutations(p[, r])
        combinations(p, r)
        combinations_with_replacement(p, r)

        """
    }
    static var _grouper: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var grouper_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var _tee: FunctionDoc {
        FunctionDoc("(iterable, /)", "Iterator wrapped to make it copyable.")
    }
    static var tee_copy: FunctionDoc {
        FunctionDoc(nil, "Returns an independent iterator.")
    }
    static var tee_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var tee_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var _tee_dataobject: FunctionDoc {
        FunctionDoc(nil, """
            teedataobject(iterable, values, next, /)
            --

            Data container common to multiple tee objects.
            """)
    }
    static var tee_dataobject_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var accumulate: FunctionDoc {
        FunctionDoc("(iterable, func=None, *, initial=None)", "Return series of accumulated sums (or other binary function results).")
    }
    static var accumulate_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var accumulate_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var chain: FunctionDoc {
        FunctionDoc(nil, """
            chain(*iterables) --> chain object

            Return a chain object whose .__next__() method returns elements from the
            first iterable until it is exhausted, then elements from the next
            iterable, until all of the iterables are exhausted.
            """)
    }
    static var chain_class_getitem: FunctionDoc {
        FunctionDoc(nil, "See PEP 585")
    }
    static var chain_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var chain_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var chain_from_iterable: FunctionDoc {
        FunctionDoc("($type, iterable, /)", "Alternative chain() constructor taking a single iterable argument that evaluates lazily.")
    }
    static var combinations: FunctionDoc {
        FunctionDoc("(iterable, r)", """
            Return successive r-length combinations of elements in the iterable.

            combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)
            """)
    }
    static var combinations_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var combinations_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var combinations_sizeof: FunctionDoc {
        FunctionDoc(nil, "Returns size in memory, in bytes.")
    }
    static var combinations_with_replacement: FunctionDoc {
        FunctionDoc("(iterable, r)", """
            Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.

            combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')
            """)
    }
    static var combinations_with_replacement_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var combinations_with_replacement_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var combinations_with_replacement_sizeof: FunctionDoc {
        FunctionDoc(nil, "Returns size in memory, in bytes.")
    }
    static var compress: FunctionDoc {
        FunctionDoc("(data, selectors)", """
            Return data elements corresponding to true selector elements.

            Forms a shorter iterator from selected data elements using the selectors to
            choose the data elements.
            """)
    }
    static var compress_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var count: FunctionDoc {
        FunctionDoc("(start=0, step=1)", """
            Return a count object whose .__next__() method returns consecutive values.

            Equivalent to:
                def count(firstval=0, step=1):
                    x = firstval
                    while 1:
                        yield x
                        x += step
            """)
    }
    static var count_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var cycle: FunctionDoc {
        FunctionDoc("(iterable, /)", "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.")
    }
    static var cycle_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var cycle_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var dropwhile: FunctionDoc {
        FunctionDoc("(predicate, iterable, /)", """
            Drop items from the iterable while predicate(item) is true.

            Afterwards, return every element until the iterable is exhausted.
            """)
    }
    static var dropwhile_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var dropwhile_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var filterfalse: FunctionDoc {
        FunctionDoc("(function, iterable, /)", """
            Return those items of iterable for which function(item) is false.

            If function is None, return the items that are false.
            """)
    }
    static var filterfalse_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var groupby: FunctionDoc {
        FunctionDoc("(iterable, key=None)", """
            make an iterator that returns consecutive keys and groups from the iterable

              iterable
                Elements to divide into groups according to the key function.
              key
                A function for computing the group category for each element.
                If the key function is not specified or is None, the element itself
                is used for grouping.
            """)
    }
    static var groupby_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var groupby_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var islice: FunctionDoc {
        FunctionDoc(nil, """
            islice(iterable, stop) --> islice object
            islice(iterable, start, stop[, step]) --> islice object

            Return an iterator whose next() method returns selected values from an
            iterable.  If start is specified, will skip all preceding elements;
            otherwise, start defaults to zero.  Step defaults to one.  If
            specified as another value, step determines how many values are
            skipped between successive calls.  Works like a slice() on a list
            but returns an iterator.
            """)
    }
    static var islice_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var islice_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var pairwise: FunctionDoc {
        FunctionDoc("(iterable, /)", """
            Return an iterator of overlapping pairs taken from the input iterator.

                s -> (s0,s1), (s1,s2), (s2, s3), ...
            """)
    }
    static var permutations: FunctionDoc {
        FunctionDoc("(iterable, r=None)", """
            Return successive r-length permutations of elements in the iterable.

            permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)
            """)
    }
    static var permutations_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var permutations_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var permutations_sizeof: FunctionDoc {
        FunctionDoc(nil, "Returns size in memory, in bytes.")
    }
    static var product: FunctionDoc {
        FunctionDoc(nil, """
            product(*iterables, repeat=1) --> product object

            Cartesian product of input iterables.  Equivalent to nested for-loops.

            For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).
            The leftmost iterators are in the outermost for-loop, so the output tuples
            cycle in a manner similar to an odometer (with the rightmost element changing
            on every iteration).

            To compute the product of an iterable with itself, specify the number
            of repetitions with the optional repeat keyword argument. For example,
            product(A, repeat=4) means the same as product(A, A, A, A).

            product('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)
            product((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...
            """)
    }
    static var product_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var product_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var product_sizeof: FunctionDoc {
        FunctionDoc(nil, "Returns size in memory, in bytes.")
    }
    static var `repeat`: FunctionDoc {
        FunctionDoc(nil, """
            repeat(object [,times]) -> create an iterator which returns the object
            for the specified number of times.  If not specified, returns the object
            endlessly.
            """)
    }
    static var repeat_length_hint: FunctionDoc {
        FunctionDoc(nil, "Private method returning an estimate of len(list(it)).")
    }
    static var repeat_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var starmap: FunctionDoc {
        FunctionDoc("(function, iterable, /)", "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.")
    }
    static var starmap_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var takewhile: FunctionDoc {
        FunctionDoc("(predicate, iterable, /)", "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.")
    }
    static var takewhile_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var takewhile_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
    static var tee: FunctionDoc {
        FunctionDoc("($module, iterable, n=2, /)", "Returns a tuple of n independent iterators.")
    }
    static var zip_longest: FunctionDoc {
        FunctionDoc(nil, """
            zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object

            Return a zip_longest object whose .__next__() method returns a tuple where
            the i-th element comes from the i-th iterable argument.  The .__next__()
            method continues until the longest iterable in the argument sequence
            is exhausted and then it raises StopIteration.  When the shorter iterables
            are exhausted, the fillvalue is substituted in their place.  The fillvalue
            defaults to None or can be specified by a keyword argument.

            """)
    }
    static var zip_longest_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling.")
    }
    static var zip_longest_setstate: FunctionDoc {
        FunctionDoc(nil, "Set state information for unpickling.")
    }
}
