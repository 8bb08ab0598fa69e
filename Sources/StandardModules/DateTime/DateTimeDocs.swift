// Signatures and docstrings of the module `_datetime`, as CPython 3.11 shows them.

enum DateTimeDocs {
    static var module: StaticString {
        "Fast implementation of the datetime type."
    }
    static var date: FunctionDoc {
        FunctionDoc(nil, "date(year, month, day) --> date object")
    }
    static var date___format__: FunctionDoc {
        FunctionDoc(nil, "Formats self with strftime.")
    }
    static var date___reduce__: FunctionDoc {
        FunctionDoc(nil, "__reduce__() -> (cls, state)")
    }
    static var date_ctime: FunctionDoc {
        FunctionDoc(nil, "Return ctime() style string.")
    }
    static var date_day: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var date_fromisocalendar: FunctionDoc {
        FunctionDoc(nil, """
            int, int, int -> Construct a date from the ISO year, week number and weekday.

            This is the inverse of the date.isocalendar() function
            """)
    }
    static var date_fromisoformat: FunctionDoc {
        FunctionDoc(nil, "str -> Construct a date from a string in ISO 8601 format.")
    }
    static var date_fromordinal: FunctionDoc {
        FunctionDoc(nil, "int -> date corresponding to a proleptic Gregorian ordinal.")
    }
    static var date_fromtimestamp: FunctionDoc {
        FunctionDoc("($type, timestamp, /)", """
            Create a date from a POSIX timestamp.

            The timestamp is a number, e.g. created via time.time(), that is interpreted
            as local time.
            """)
    }
    static var date_isocalendar: FunctionDoc {
        FunctionDoc(nil, "Return a named tuple containing ISO year, week number, and weekday.")
    }
    static var date_isoformat: FunctionDoc {
        FunctionDoc(nil, "Return string in ISO 8601 format, YYYY-MM-DD.")
    }
    static var date_isoweekday: FunctionDoc {
        FunctionDoc(nil, """
            Return the day of the week represented by the date.
            Monday == 1 ... Sunday == 7
            """)
    }
    static var date_month: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var date_replace: FunctionDoc {
        FunctionDoc(nil, "Return date with new specified fields.")
    }
    static var date_strftime: FunctionDoc {
        FunctionDoc(nil, "format -> strftime() style string.")
    }
    static var date_timetuple: FunctionDoc {
        FunctionDoc(nil, "Return time tuple, compatible with time.localtime().")
    }
    static var date_today: FunctionDoc {
        FunctionDoc(nil, "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).")
    }
    static var date_toordinal: FunctionDoc {
        FunctionDoc(nil, "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.")
    }
    static var date_weekday: FunctionDoc {
        FunctionDoc(nil, """
            Return the day of the week represented by the date.
            Monday == 0 ... Sunday == 6
            """)
    }
    static var date_year: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime: FunctionDoc {
        FunctionDoc(nil, """
            datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

            The year, month and day arguments are required. tzinfo may be None, or an
            instance of a tzinfo subclass. The remaining arguments may be ints.

            """)
    }
    static var datetime___reduce__: FunctionDoc {
        FunctionDoc(nil, "__reduce__() -> (cls, state)")
    }
    static var datetime___reduce_ex__: FunctionDoc {
        FunctionDoc(nil, "__reduce_ex__(proto) -> (cls, state)")
    }
    static var datetime_astimezone: FunctionDoc {
        FunctionDoc(nil, """
            tz -> convert to local time in new timezone tz

            """)
    }
    static var datetime_combine: FunctionDoc {
        FunctionDoc(nil, "date, time -> datetime with same date and time fields")
    }
    static var datetime_ctime: FunctionDoc {
        FunctionDoc(nil, "Return ctime() style string.")
    }
    static var datetime_date: FunctionDoc {
        FunctionDoc(nil, "Return date object with same year, month and day.")
    }
    static var datetime_dst: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.dst(self).")
    }
    static var datetime_fold: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_fromisoformat: FunctionDoc {
        FunctionDoc(nil, "string -> datetime from a string in most ISO 8601 formats")
    }
    static var datetime_fromtimestamp: FunctionDoc {
        FunctionDoc(nil, "timestamp[, tz] -> tz's local time from POSIX timestamp.")
    }
    static var datetime_hour: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_isoformat: FunctionDoc {
        FunctionDoc(nil, """
            [sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].
            sep is used to separate the year from the time, and defaults to 'T'.
            The optional argument timespec specifies the number of additional terms
            of the time to include. Valid options are 'auto', 'hours', 'minutes',
            'seconds', 'milliseconds' and 'microseconds'.

            """)
    }
    static var datetime_microsecond: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_minute: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_now: FunctionDoc {
        FunctionDoc("($type, /, tz=None)", """
            Returns new datetime object representing current time local to tz.

              tz
                Timezone object.

            If no tz is specified, uses local timezone.
            """)
    }
    static var datetime_replace: FunctionDoc {
        FunctionDoc(nil, "Return datetime with new specified fields.")
    }
    static var datetime_second: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_strptime: FunctionDoc {
        FunctionDoc(nil, "string, format -> new datetime parsed from a string (like time.strptime()).")
    }
    static var datetime_time: FunctionDoc {
        FunctionDoc(nil, "Return time object with same time but with tzinfo=None.")
    }
    static var datetime_timestamp: FunctionDoc {
        FunctionDoc(nil, "Return POSIX timestamp as float.")
    }
    static var datetime_timetuple: FunctionDoc {
        FunctionDoc(nil, "Return time tuple, compatible with time.localtime().")
    }
    static var datetime_timetz: FunctionDoc {
        FunctionDoc(nil, "Return time object with same time and tzinfo.")
    }
    static var datetime_tzinfo: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var datetime_tzname: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.tzname(self).")
    }
    static var datetime_utcfromtimestamp: FunctionDoc {
        FunctionDoc(nil, "Construct a naive UTC datetime from a POSIX timestamp.")
    }
    static var datetime_utcnow: FunctionDoc {
        FunctionDoc(nil, "Return a new datetime representing UTC day and time.")
    }
    static var datetime_utcoffset: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.utcoffset(self).")
    }
    static var datetime_utctimetuple: FunctionDoc {
        FunctionDoc(nil, "Return UTC time tuple, compatible with time.localtime().")
    }
    static var time: FunctionDoc {
        FunctionDoc(nil, """
            time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

            All arguments are optional. tzinfo may be None, or an instance of
            a tzinfo subclass. The remaining arguments may be ints.

            """)
    }
    static var time___format__: FunctionDoc {
        FunctionDoc(nil, "Formats self with strftime.")
    }
    static var time___reduce__: FunctionDoc {
        FunctionDoc(nil, "__reduce__() -> (cls, state)")
    }
    static var time___reduce_ex__: FunctionDoc {
        FunctionDoc(nil, "__reduce_ex__(proto) -> (cls, state)")
    }
    static var time_dst: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.dst(self).")
    }
    static var time_fold: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_fromisoformat: FunctionDoc {
        FunctionDoc(nil, "string -> time from a string in ISO 8601 format")
    }
    static var time_hour: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_isoformat: FunctionDoc {
        FunctionDoc(nil, """
            Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].

            The optional argument timespec specifies the number of additional terms
            of the time to include. Valid options are 'auto', 'hours', 'minutes',
            'seconds', 'milliseconds' and 'microseconds'.

            """)
    }
    static var time_microsecond: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_minute: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_replace: FunctionDoc {
        FunctionDoc(nil, "Return time with new specified fields.")
    }
    static var time_second: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_strftime: FunctionDoc {
        FunctionDoc(nil, "format -> strftime() style string.")
    }
    static var time_tzinfo: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var time_tzname: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.tzname(self).")
    }
    static var time_utcoffset: FunctionDoc {
        FunctionDoc(nil, "Return self.tzinfo.utcoffset(self).")
    }
    static var timedelta: FunctionDoc {
        FunctionDoc(nil, """
            Difference between two datetime values.

            timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

            All arguments are optional and default to 0.
            Arguments may be integers or floats, and may be positive or negative.
            """)
    }
    static var timedelta___reduce__: FunctionDoc {
        FunctionDoc(nil, "__reduce__() -> (cls, state)")
    }
    static var timedelta_days: FunctionDoc {
        FunctionDoc(nil, "Number of days.")
    }
    static var timedelta_microseconds: FunctionDoc {
        FunctionDoc(nil, "Number of microseconds (>= 0 and less than 1 second).")
    }
    static var timedelta_seconds: FunctionDoc {
        FunctionDoc(nil, "Number of seconds (>= 0 and less than 1 day).")
    }
    static var timedelta_total_seconds: FunctionDoc {
        FunctionDoc(nil, "Total seconds in the duration.")
    }
    static var timezone: FunctionDoc {
        FunctionDoc(nil, "Fixed offset from UTC implementation of tzinfo.")
    }
    static var timezone___getinitargs__: FunctionDoc {
        FunctionDoc(nil, "pickle support")
    }
    static var timezone_dst: FunctionDoc {
        FunctionDoc(nil, "Return None.")
    }
    static var timezone_fromutc: FunctionDoc {
        FunctionDoc(nil, "datetime in UTC -> datetime in local time.")
    }
    static var timezone_tzname: FunctionDoc {
        FunctionDoc(nil, """
            If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.
            """)
    }
    static var timezone_utcoffset: FunctionDoc {
        FunctionDoc(nil, "Return fixed offset.")
    }
    static var tzinfo: FunctionDoc {
        FunctionDoc(nil, "Abstract base class for time zone info objects.")
    }
    static var tzinfo___reduce__: FunctionDoc {
        FunctionDoc(nil, "-> (cls, state)")
    }
    static var tzinfo_dst: FunctionDoc {
        FunctionDoc(nil, "datetime -> DST offset as timedelta positive east of UTC.")
    }
    static var tzinfo_fromutc: FunctionDoc {
        FunctionDoc(nil, "datetime in UTC -> datetime in local time.")
    }
    static var tzinfo_tzname: FunctionDoc {
        FunctionDoc(nil, "datetime -> string name of time zone.")
    }
    static var tzinfo_utcoffset: FunctionDoc {
        FunctionDoc(nil, "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC")
    }
}
