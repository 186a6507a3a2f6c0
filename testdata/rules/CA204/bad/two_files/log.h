void log_stamp(void);
